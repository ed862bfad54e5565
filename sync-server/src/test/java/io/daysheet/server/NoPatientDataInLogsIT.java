package io.daysheet.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Runs the API kindly and badly with a patient whom no log may know.
@ServerTest
@ExtendWith(OutputCaptureExtension.class)
class NoPatientDataInLogsIT {

  private static final List<String> SECRETS =
      List.of(
          "Quetzalina",
          "Xylander",
          "MRN-SECRET-77",
          "1951-11-29",
          "+49 30 9988776",
          "quetza@example.org",
          "M-4711-0815",
          "hidden-note");

  private static final String RECORD =
      """
      {"mrn":"MRN-SECRET-77","givenName":"Quetzalina","familyName":"Xylander",
       "birthDate":"1951-11-29","phone":"+49 30 9988776","email":"quetza@example.org",
       "insurance":{"plan":"AOK","memberId":"M-4711-0815"}%s}
      """;

  @LocalServerPort int port;
  @Autowired JdbcClient jdbc;
  @Autowired Environment environment;

  @Test
  void nothingOfAPatientIsInAnyLogWhateverHappens(CapturedOutput output)
      throws IOException, SQLException {
    Api api = Api.on(port);
    var clinic = new Clinic(jdbc);
    var hospital = clinic.hospital("Logs", "Europe/Berlin");
    var doctor = clinic.doctor("Dr. Log", hospital);

    String patient = api.post("/patients", RECORD.formatted("")).json().get("id").asString();
    assertThat(api.post("/patients", RECORD.formatted("")).status()).isEqualTo(409);
    assertThat(api.post("/patients", RECORD.formatted(",\"Quetzalina\":1")).status())
        .isEqualTo(400);
    assertThat(api.post("/patients", RECORD.formatted("").replace('}', ' ')).status())
        .isEqualTo(400);
    assertThat(api.get("/patients?query=Quetzalina%20Xylander").status()).isEqualTo(200);
    assertThat(api.get("/patients/Quetzalina").status()).isEqualTo(400);
    assertThat(api.get("/Quetzalina?mrn=MRN-SECRET-77").status()).isEqualTo(404);
    api.post(
        "/availabilities",
        "{\"hospitalId\":\"%s\",\"doctorId\":\"%s\",\"start\":\"2027-03-15T09:00+01:00\",\"end\":\"2027-03-15T12:00+01:00\"}"
            .formatted(hospital, doctor));
    String booking =
        """
        {"hospitalId":"%s","doctorId":"%s","patientId":"%s","start":"2027-03-15T09:00+01:00",
         "type":"FOLLOW_UP","notes":"hidden-note","reason":"hidden-note"}
        """
            .formatted(hospital, doctor, patient);
    api.post("/appointments", booking);
    api.post("/appointments", booking);
    api.post("/appointments", booking.replace("FOLLOW_UP", "hidden-note"));
    api.post("/appointments", booking.replace("09:00", "09:17"));
    api.get("/schedule?hospital=" + hospital + "&date=2027-03-15");
    // what even the servlet container can't read
    raw("GET /api/v1/patients?query=Quetzalina[Xylander] HTTP/1.1\r\nHost: x\r\n\r\n");
    raw("GET /api/v1/patients?query=%GGQuetzalina HTTP/1.1\r\nHost: x\r\n\r\n");
    raw("Quetzalina Xylander\r\n\r\n");
    // and a database whose own error quotes the row
    failWithTheRow();
    assertThat(
            api.post("/patients", RECORD.formatted("").replace("SECRET-77", "SECRET-77-b"))
                .status())
        .isEqualTo(500);
    TestDatabase.owner(environment).sql("drop trigger talkative on patient").update();

    assertThat(output.getAll()).contains("POST /api/v1/patients failed");
    assertThat(SECRETS).noneMatch(output.getAll()::contains);
    String databaseLog = databaseLog();
    assertThat(databaseLog).isNotEmpty();
    assertThat(SECRETS).noneMatch(databaseLog::contains);
  }

  private void failWithTheRow() {
    JdbcClient owner = TestDatabase.owner(environment);
    owner
        .sql(
            """
            create function talk() returns trigger language plpgsql as $$
            begin raise exception 'no % please', new; end $$
            """)
        .update();
    owner
        .sql(
            "create trigger talkative before insert on patient for each row execute function"
                + " talk()")
        .update();
  }

  private void raw(String request) throws IOException {
    try (Socket socket = new Socket(InetAddress.ofLiteral("127.0.0.1"), port)) {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
      socket.setSoTimeout(5000);
      assertThat(socket.getInputStream().read()).isNotEqualTo(-2);
    }
  }

  /// PostgreSQL's own log lies beside its data.
  private String databaseLog() throws SQLException, IOException {
    String url =
        environment.getRequiredProperty("spring.datasource.url").replaceFirst("[^/]*$", "postgres");
    try (Connection connection =
            DriverManager.getConnection(
                url, "postgres", environment.getRequiredProperty("spring.flyway.password"));
        var statement = connection.createStatement();
        var answer = statement.executeQuery("show data_directory")) {
      assertThat(answer.next()).isTrue();
      var text = new StringBuilder();
      try (Stream<Path> files = Files.walk(Path.of(answer.getString(1)).getParent())) {
        for (Path log : files.filter(f -> f.toString().endsWith(".log")).toList()) {
          text.append(Files.readString(log));
        }
      }
      return text.toString();
    }
  }
}
