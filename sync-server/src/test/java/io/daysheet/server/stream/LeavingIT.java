package io.daysheet.server.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.daysheet.hospital.HospitalId;
import io.daysheet.schedule.StreamPosition;
import io.daysheet.server.Clinic;
import io.daysheet.server.TestTokens;
import io.daysheet.server.access.SignedIn;
import io.daysheet.server.access.Tokens;
import io.daysheet.server.doctor.Doctors;
import io.daysheet.server.hospital.Hospitals;
import io.daysheet.server.patient.Patients;
import io.daysheet.server.schedule.AppointmentRow;
import io.daysheet.server.web.ProblemKind;
import io.daysheet.server.web.RequestRefused;
import io.daysheet.wire.StreamMessage.Subscribe;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.WebSocketSession;
import tools.jackson.databind.json.JsonMapper;

/// However a desk's socket ends, its streams are left, and it never stays open without a thread.
@StreamTest
class LeavingIT {

  @LocalServerPort int port;
  @Autowired JdbcClient jdbc;
  @Autowired AppointmentRow visits;
  @Autowired Tokens tokens;
  @Autowired InstantSource clock;
  @Autowired Hospitals hospitals;
  @Autowired Doctors doctors;
  @Autowired Patients patients;
  @Autowired JsonMapper json;
  @Autowired StreamSettings settings;
  @Autowired ChangeTable table;
  @Autowired Followers followers;
  private HospitalId hospital;

  @BeforeEach
  void commitOne() {
    var clinic = new Clinic(jdbc);
    hospital = clinic.hospital("St. Hedwig", "Europe/Berlin");
    var doctor = clinic.doctor("Zoë Adler", hospital);
    var range = clinic.availability(hospital, doctor, "2026-03-14T08:00Z", "2026-03-14T16:00Z");
    clinic.change("availability-created", hospital, range.value());
  }

  @Test
  void aStreamIsLeftWhenTheDatabaseIsLostWhileItIsOpened() {
    var hub =
        new Hub(
            new LostTable(jdbc, visits), hospitals, followers, doctors, patients, json, settings);

    assertThatThrownBy(() -> hub.follow(hospitals.find(hospital).orElseThrow(), 0, "e", () -> {}))
        .isInstanceOf(DataAccessException.class);
    assertThat(hub.followed()).isEmpty();
  }

  @Test
  void aStreamIsLeftWhenTheDeskGoesInTheMiddleOfTheReplay() throws IOException {
    var hub = new Hub(table, hospitals, followers, doctors, patients, json, settings);
    WebSocketSession gone = mock();
    when(gone.isOpen()).thenReturn(true);
    doThrow(new IOException()).when(gone).sendMessage(any());

    run(gone, hub);

    verify(gone).close(ChangeSocket.TOO_SLOW);
    assertThat(hub.followed()).isEmpty();
  }

  @Test
  void aSocketThatFailsForAnyReasonIsClosed() throws IOException {
    var hub = new Hub(table, hospitals, followers, doctors, patients, json, settings);
    WebSocketSession odd = mock();
    when(odd.isOpen()).thenReturn(true);
    doThrow(new IllegalArgumentException()).when(odd).sendMessage(any());

    run(odd, hub);

    verify(odd).close(CloseStatus.SERVER_ERROR);
    assertThat(hub.followed()).isEmpty();
  }

  @Test
  void nothingIsSentToOneWhoseFollowingCantBeWritten() throws IOException {
    var hub = new Hub(table, hospitals, followers, doctors, patients, json, settings);
    WebSocketSession desk = mock();
    when(desk.isOpen()).thenReturn(true);
    Followers unwritable = mock();
    doThrow(RequestRefused.of(ProblemKind.UNAVAILABLE)).when(unwritable).comes(any(), any(), any());

    run(desk, hub, unwritable);

    verify(desk).close(ChangeSocket.UNAVAILABLE);
    verify(desk, never()).sendMessage(any());
    assertThat(hub.followed()).isEmpty();
  }

  /// A session tells of its end before it calls itself closed. A thread that looks in between must
  /// not wait for the next ping: until then the desk would count as there.
  @Test
  void aDeskThatGoesIsLeftAtOnceThoughItsSessionStillCallsItselfOpen() throws Exception {
    var hub = new Hub(table, hospitals, followers, doctors, patients, json, settings);
    WebSocketSession closing = mock();
    when(closing.isOpen()).thenReturn(true);
    var socket = new ChangeSocket(closing, listener(), hub, followers, json, settings);
    socket.subscribe(new Subscribe(hospital, 0, table.position(hospital).epoch()));
    Thread thread = Thread.ofVirtual().start(socket);
    await().until(() -> hub.followed().contains(hospital));

    socket.closed();

    assertThat(thread.join(Duration.ofSeconds(5))).isTrue();
    assertThat(hub.followed()).isEmpty();
    verify(closing, never()).close(any());
  }

  private void run(WebSocketSession session, Hub hub) {
    run(session, hub, followers);
  }

  private void run(WebSocketSession session, Hub hub, Followers followers) {
    var socket = new ChangeSocket(session, listener(), hub, followers, json, settings);
    socket.subscribe(new Subscribe(hospital, 0, table.position(hospital).epoch()));
    socket.run();
  }

  private SocketSignIn listener() {
    String bearer = TestTokens.of(URI.create("http://127.0.0.1:" + port)).bearer();
    SignedIn signedIn =
        tokens.check(bearer.substring("Bearer ".length()), "127.0.0.1", null).orElseThrow();
    return new SocketSignIn(signedIn, tokens, clock);
  }

  /// Answers once, and is then out of reach.
  private static final class LostTable extends ChangeTable {
    private boolean asked;

    LostTable(JdbcClient jdbc, AppointmentRow visits) {
      super(jdbc, visits);
    }

    @Override
    StreamPosition position(HospitalId hospital) {
      if (asked) {
        throw new DataAccessResourceFailureException("gone");
      }
      asked = true;
      return super.position(hospital);
    }
  }
}
