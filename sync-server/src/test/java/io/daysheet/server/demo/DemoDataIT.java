package io.daysheet.server.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.daysheet.server.Api;
import io.daysheet.server.ServerTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

@ServerTest
@TestPropertySource(properties = "daysheet.demo=true")
class DemoDataIT {

  @LocalServerPort int port;
  @Autowired JdbcClient jdbc;
  @Autowired DemoData demo;

  @Test
  void anEmptyDatabaseIsFilledOnceAndServed() {
    Api api = Api.on(port);

    assertThat(api.get("/hospitals").json().get("items").size()).isEqualTo(2);
    assertThat(api.get("/doctors").json().get("items").size()).isEqualTo(8);
    assertThat(api.get("//actuator/health/readiness").status()).isEqualTo(200);
    assertThat(count("patient")).isEqualTo(200);
    long visits = count("appointment");
    assertThat(visits).isGreaterThan(300);

    demo.run(new DefaultApplicationArguments());
    assertThat(count("appointment")).isEqualTo(visits);
  }

  private long count(String table) {
    return jdbc.sql("select count(*) from " + table).query(Long.class).single();
  }
}
