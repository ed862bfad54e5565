package io.daysheet.server.hospital;

import static org.assertj.core.api.Assertions.assertThat;

import io.daysheet.server.Api;
import io.daysheet.server.Clinic;
import io.daysheet.server.ServerTest;
import io.daysheet.server.TestAccounts;
import io.daysheet.server.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

@ServerTest
class ReferenceIT {

  @LocalServerPort int port;
  @Autowired JdbcClient jdbc;
  @Autowired Environment environment;
  private Api api;
  private Clinic clinic;

  @BeforeEach
  void connect() {
    api = Api.on(port);
    clinic = new Clinic(jdbc);
    TestDatabase.owner(environment).sql("truncate hospital, doctor cascade").update();
    TestAccounts.in(jdbc);
  }

  @Test
  void aHospitalIsReadWithItsVersion() {
    var id = clinic.hospital("St. Hedwig", "Europe/Berlin");

    var one = api.get("/hospitals/" + id);
    assertThat(one.header("ETag")).isEqualTo("\"1\"");
    assertThat(one.json().get("timeZone").asString()).isEqualTo("Europe/Berlin");
    assertThat(one.json().at("/operatingHours/0/open").asString()).isEqualTo("09:00");
    assertThat(one.json().at("/policy/minimumNotice").asString()).isEqualTo("PT0S");
    assertThat(api.get("/hospitals").json().at("/items/0")).isEqualTo(one.json());
  }

  @Test
  void doctorsAreFilteredByHospitalSpecialtyAndName() {
    var here = clinic.hospital("Here", "Europe/Berlin");
    var there = clinic.hospital("There", "Europe/Berlin");
    clinic.doctor("Dr. Żaneta Müller", here, there);
    clinic.doctor("Dr. Ben Zimmer", there);

    assertThat(names("")).containsExactly("Dr. Ben Zimmer", "Dr. Żaneta Müller");
    assertThat(names("?hospital=" + here)).containsExactly("Dr. Żaneta Müller");
    assertThat(names("?specialty=cardiology")).hasSize(2);
    assertThat(names("?specialty=oncology")).isEmpty();
    assertThat(names("?query=mull")).containsExactly("Dr. Żaneta Müller");
    assertThat(names("?query=zan%20mu")).containsExactly("Dr. Żaneta Müller");
    assertThat(names("?query=eller")).isEmpty();
    var first = api.get("/doctors?limit=1").json();
    assertThat(names("?limit=1&after=" + first.get("next").asString()))
        .containsExactly("Dr. Żaneta Müller");
    var id = first.at("/items/0/id").asString();
    assertThat(api.get("/doctors/" + id).header("ETag")).isEqualTo("\"1\"");
  }

  private List<String> names(String query) {
    var answer = api.get("/doctors" + query);
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer.json().get("items").valueStream().map(d -> d.get("name").asString()).toList();
  }
}
