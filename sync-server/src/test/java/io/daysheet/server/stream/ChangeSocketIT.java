package io.daysheet.server.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.daysheet.hospital.DoctorId;
import io.daysheet.hospital.HospitalId;
import io.daysheet.schedule.AvailabilityId;
import io.daysheet.schedule.StreamPosition;
import io.daysheet.server.Api;
import io.daysheet.server.Clinic;
import io.daysheet.server.TestTokens;
import io.daysheet.server.crypto.FieldCipher;
import io.daysheet.server.schedule.AppointmentRow;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@StreamTest
class ChangeSocketIT {

  @LocalServerPort int port;
  @Autowired JdbcClient jdbc;
  @Autowired FieldCipher cipher;
  @Autowired ChangeSockets sockets;
  private Clinic clinic;
  private HospitalId hospital;
  private AvailabilityId range;

  @BeforeEach
  void openAClinic() {
    clinic = new Clinic(jdbc);
    hospital = clinic.hospital("St. Hedwig", "Europe/Berlin");
    DoctorId doctor = clinic.doctor("Zoë Adler", hospital);
    range = clinic.availability(hospital, doctor, "2026-03-14T08:00Z", "2026-03-14T16:00Z");
  }

  @Test
  void framesThatMakeNoSenseCloseTheSocket() {
    for (String frame :
        List.of(
            "{",
            "17",
            "{\"type\":\"pigeon\"}",
            "{\"type\":\"subscribe\"}",
            "{\"type\":\"reset\",\"hospital\":\"" + hospital + "\"}")) {
      try (var desk = DeskSocket.open(port).send(frame)) {
        assertThat(desk.awaitClose()).as(frame).isEqualTo(1008);
      }
    }
    try (var desk = DeskSocket.open(port).send("x".repeat(5000))) {
      assertThat(desk.awaitClose()).isEqualTo(1009);
    }
    try (var desk = DeskSocket.open(port)) {
      desk.socket().sendBinary(ByteBuffer.allocate(3), true).join();
      assertThat(desk.awaitClose()).isEqualTo(1003);
    }
    try (var desk =
        DeskSocket.open(port)
            .subscribe(HospitalId.parse("018f3c1e-0000-7000-8000-000000000000"), load())) {
      assertThat(desk.awaitClose()).isEqualTo(1008);
    }
  }

  @Test
  void aPageOfAnotherSiteCantOpenTheSocket() {
    var builder = HttpClient.newHttpClient().newWebSocketBuilder();
    builder.header("Authorization", bearer());
    builder.header("Origin", "https://elsewhere.example.org");

    assertThatThrownBy(() ->
            builder
                .buildAsync(
                    URI.create("ws://127.0.0.1:" + port + "/api/v1/changes"),
                    new WebSocket.Listener() {})
                .join())
        .hasRootCauseMessage("Unexpected HTTP response status code 403");
  }

  @Test
  void aSocketThatAnswersPingsStaysAndOneThatDoesNotIsClosed() throws IOException {
    try (var desk = DeskSocket.open(port);
        Socket dumb = handshake()) {
      dumb.setSoTimeout(10_000);
      // pings, then a close frame: its code and its reason
      var read = new StringBuilder();
      while (!read.toString().endsWith("no pong")) {
        read.append((char) dumb.getInputStream().read());
      }
      assertThat(desk.isOpen()).isTrue();
    }
  }

  @Test
  void aReaderWhoTakesNothingIsDroppedAndTheOthersDontWait() throws IOException {
    var patient = clinic.patient("Zofia", "Kowalska", "1987-05-14");
    var visit = clinic.appointment(range, patient, "2026-03-14T09:00Z", "2026-03-14T10:00Z");
    jdbc.sql("update appointment set notes = ? where id = ?")
        .params(cipher.encrypt(AppointmentRow.NOTES, visit, "n".repeat(10_000)), visit.value())
        .update();
    StreamPosition loaded = load();
    int before = sockets.open();
    try (var desk = DeskSocket.open(port).subscribe(hospital, loaded);
        Socket deaf = handshake()) {
      deaf.getOutputStream()
          .write(
              masked(
                  """
                  {"type":"subscribe","hospital":"%s","after":%d,"epoch":"%s"}\
                  """
                      .formatted(hospital, loaded.sequence(), loaded.epoch())));
      await().until(() -> sockets.open() == before + 2);
      // more than the system's buffers between the two hold
      for (int i = 1; i <= 1500; i++) {
        clinic.change("appointment-changed", hospital, visit.value());
        if (i % 50 == 0) {
          desk.awaitNumber(i);
        }
      }
      await().atMost(Duration.ofSeconds(15)).until(() -> sockets.open() == before + 1);
      assertThat(desk.numbers()).isEqualTo(LongStream.rangeClosed(1, 1500).boxed().toList());
    }
  }

  private StreamPosition load() {
    JsonNode stream =
        Api.on(port)
            .get("/schedule?hospital=" + hospital + "&date=2026-03-14")
            .json()
            .get("stream");
    return new StreamPosition(stream.get("epoch").asString(), stream.get("sequence").asLong());
  }

  private String bearer() {
    return TestTokens.of(URI.create("http://127.0.0.1:" + port)).bearer();
  }

  /// A socket whose frames nobody reads.
  private Socket handshake() throws IOException {
    var socket = new Socket();
    socket.setReceiveBufferSize(4096);
    socket.connect(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port));
    socket
        .getOutputStream()
        .write(
            """
            GET /api/v1/changes HTTP/1.1\r
            Host: 127.0.0.1:%d\r
            Authorization: %s\r
            Upgrade: websocket\r
            Connection: Upgrade\r
            Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r
            Sec-WebSocket-Version: 13\r
            \r
            """
                .formatted(port, bearer())
                .getBytes(StandardCharsets.US_ASCII));
    return socket;
  }

  /// A text frame as a client sends it: with a mask, of zeros.
  private static byte[] masked(String text) {
    byte[] payload = text.getBytes(StandardCharsets.UTF_8);
    var frame = ByteBuffer.allocate(payload.length + 8);
    frame.put((byte) 0x81).put((byte) (0x80 | 126)).putShort((short) payload.length);
    return frame.putInt(0).put(payload).array();
  }
}
