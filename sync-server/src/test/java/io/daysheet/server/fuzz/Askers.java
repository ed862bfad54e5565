package io.daysheet.server.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.daysheet.server.Api;
import io.daysheet.server.TestAccounts;
import io.daysheet.server.TestHospital;
import io.daysheet.server.TestPatients;
import io.daysheet.server.TestTokens;
import io.daysheet.server.access.TwoHospitals;
import io.daysheet.server.access.TwoHospitals.Side;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Everybody who asks: each role at one of two hospitals, a desk that may do all at a third, and
/// some who are nobody. What is planted is somewhere else for each of them.
///
/// Nobody who may book gets to know the doctor who asks too: with a visit, the patient would be
/// that doctor's.
record Askers(List<Asker> all, List<String> words, Set<String> planted) {

  /// No patient is called so but the planted ones.
  private static final String AT_THE_THIRD = "Quillfeather";

  private static final String REASON = "Vexillology";
  private static final String NOTES = "Marzipanturm";

  static Askers in(JdbcClient jdbc, int port) {
    TwoHospitals world = TwoHospitals.in(jdbc);
    Side own = world.own();
    Side foreign = world.foreign();
    UUID visit = plantVisit(Api.on(port), foreign);
    List<UUID> third = plantThird(jdbc);

    Set<String> texts = Set.of(REASON, NOTES);
    Set<String> others = Set.of(REASON, NOTES, foreign.familyName(), AT_THE_THIRD);
    Set<String> everybody =
        Set.of(REASON, NOTES, foreign.familyName(), AT_THE_THIRD, own.familyName());

    var ids = new ArrayList<>(third);
    ids.addAll(List.of(foreign.hospital().value(), foreign.doctor().value(), visit));
    ids.add(foreign.patient().value());
    var withOwn = new ArrayList<>(ids);
    withOwn.addAll(List.of(own.hospital().value(), own.patient().value()));
    var withDoctor = new ArrayList<>(withOwn);
    withDoctor.add(own.doctor().value());

    URI server = URI.create("http://127.0.0.1:" + port);
    TestAccounts.account(jdbc, "fuzzing-admin", "Fuzzing Admin", "ADMIN");
    String desk = header(TestAccounts.DESK, server);
    var all = new ArrayList<Asker>();
    for (int i = 0; i < 4; i++) {
      all.add(new Asker(desk, ids, Set.of(), others));
    }
    all.add(new Asker(header("fuzzing-admin", server), withDoctor, everybody, everybody));
    for (String role : List.of("receptionist", "scheduler", "integration")) {
      all.add(new Asker(header(TwoHospitals.login(role), server), withOwn, texts, others));
    }
    for (String role : List.of("doctor", "patient")) {
      all.add(new Asker(header(TwoHospitals.login(role), server), withDoctor, others, others));
    }
    for (String role : List.of("auditor", "scopeless")) {
      String header = header(TwoHospitals.login(role), server);
      all.add(new Asker(header, withDoctor, everybody, everybody));
    }
    for (String header :
        List.of(
            "",
            desk.substring(0, desk.length() - 6) + "AAAA\r\n",
            "Authorization: Bearer nonsense\r\n",
            "Authorization: Basic bm86Ym9keQ==\r\n")) {
      all.add(new Asker(header, withDoctor, everybody, everybody));
    }
    return new Askers(
        all, List.of(foreign.familyName(), AT_THE_THIRD, own.familyName()), everybody);
  }

  private static String header(String login, URI server) {
    return "Authorization: " + TestTokens.of(login, server).bearer() + "\r\n";
  }

  private static UUID plantVisit(Api desk, Side at) {
    at.clinic()
        .availability(
            at.hospital(), at.doctor(), Bodies.DAY + "T12:00+02:00", Bodies.DAY + "T14:00+02:00");
    Api.Answer booked =
        desk.post(
            "/appointments",
            """
            {"hospitalId":"%s","doctorId":"%s","patientId":"%s","start":"%sT12:00:00+02:00",\
            "type":"FOLLOW_UP","reason":"%s","notes":"%s"}
            """
                .formatted(at.hospital(), at.doctor(), at.patient(), Bodies.DAY, REASON, NOTES));
    assertThat(booked.status()).as(booked.text()).isEqualTo(201);
    return UUID.fromString(booked.json().get("id").asString());
  }

  private static List<UUID> plantThird(JdbcClient jdbc) {
    TestHospital hospital = TestHospital.hourly(jdbc);
    UUID doctor = hospital.doctor();
    UUID patient = TestPatients.add(jdbc, "Zofia", AT_THE_THIRD, "1987-05-14").value();
    UUID availability =
        hospital.availability(doctor, "2030-05-06T09:00:00+02:00", "2030-05-06T19:00:00+02:00");
    return List.of(hospital.id(), doctor, patient, availability);
  }
}
