package io.daysheet.server.stream;

import io.daysheet.identity.AccountId;
import io.daysheet.patient.PatientId;
import io.daysheet.server.access.Emergencies;
import io.daysheet.server.access.SignedIn;
import io.daysheet.server.access.Tokens;
import io.daysheet.server.web.FailureTrace;
import io.daysheet.wire.StreamMessage;
import io.daysheet.wire.StreamMessage.Authenticate;
import io.daysheet.wire.StreamMessage.Changes;
import io.daysheet.wire.StreamMessage.Reset;
import io.daysheet.wire.StreamMessage.Subscribe;
import jakarta.websocket.Session;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.BinaryMessage;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.PongMessage;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.adapter.NativeWebSocketSession;
import org.springframework.web.socket.handler.AbstractWebSocketHandler;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// All sockets of this node: takes their frames in. What a frame asks for is done by the socket's
/// own thread.
@Component
class ChangeSockets extends AbstractWebSocketHandler {

  static final int LONGEST_FRAME = 4096;
  static final CloseStatus MALFORMED = CloseStatus.POLICY_VIOLATION.withReason("malformed");

  private static final Logger log = LoggerFactory.getLogger(ChangeSockets.class);

  private final Map<String, ChangeSocket> sockets = new ConcurrentHashMap<>();
  private final Hub hub;
  private final Followers followers;
  private final Tokens tokens;
  private final Emergencies emergencies;
  private final InstantSource clock;
  private final JsonMapper json;
  private final StreamSettings settings;

  ChangeSockets(
      Hub hub,
      Followers followers,
      Tokens tokens,
      Emergencies emergencies,
      InstantSource clock,
      JsonMapper json,
      StreamSettings settings) {
    this.hub = hub;
    this.followers = followers;
    this.tokens = tokens;
    this.emergencies = emergencies;
    this.clock = clock;
    this.json = json;
    this.settings = settings;
  }

  int open() {
    return sockets.size();
  }

  /// Wakes those who see others in an emergency than they did: it began or ended, here or on
  /// another node, or its time has come.
  void wakeWhoSeesOthers() {
    if (!sockets.isEmpty()) {
      Map<AccountId, Set<PatientId>> now = emergencies.all();
      sockets.values().forEach(socket -> socket.seesInEmergency(now));
    }
  }

  void closeAll() {
    sockets.values().forEach(socket -> socket.close(CloseStatus.GOING_AWAY));
  }

  @Override
  public void afterConnectionEstablished(WebSocketSession session) {
    session.setTextMessageSizeLimit(LONGEST_FRAME);
    session.setBinaryMessageSizeLimit(LONGEST_FRAME);
    limitSending(session);
    if (!(session.getPrincipal() instanceof SignedIn signedIn)) {
      // the handshake needs a token as every request does
      throw new IllegalStateException("nobody has opened this socket");
    }
    var sight = new SocketSignIn(signedIn, tokens, clock);
    var socket = new ChangeSocket(session, sight, hub, followers, json, settings);
    sockets.put(session.getId(), socket);
    Thread.ofVirtual().name("changes-" + session.getId()).start(socket);
  }

  /// A send that nobody takes fails after this time, and a goodbye that nobody answers ends.
  private void limitSending(WebSocketSession session) {
    Session tomcats = ((NativeWebSocketSession) session).getNativeSession(Session.class);
    if (tomcats != null) {
      Map<String, Object> properties = tomcats.getUserProperties();
      long most = settings.sendTimeout().toMillis();
      properties.put("org.apache.tomcat.websocket.BLOCKING_SEND_TIMEOUT", most);
      properties.put("org.apache.tomcat.websocket.SESSION_CLOSE_TIMEOUT", most);
    }
  }

  @Override
  protected void handleTextMessage(WebSocketSession session, TextMessage message)
      throws IOException {
    ChangeSocket socket = sockets.get(session.getId());
    CloseStatus refused = socket == null ? MALFORMED : take(socket, message.getPayload());
    if (refused != null) {
      session.close(refused);
    }
  }

  /// Null if the frame was taken.
  private @Nullable CloseStatus take(ChangeSocket socket, String frame) {
    StreamMessage message;
    try {
      message = json.readValue(frame, StreamMessage.class);
    } catch (JacksonException malformed) {
      log.debug("A frame can't be read: {}", malformed.getClass().getSimpleName());
      return MALFORMED;
    }
    return switch (message) {
      case Subscribe wish -> socket.subscribe(wish) ? null : ChangeSocket.TOO_MANY;
      case Authenticate(String token) -> socket.renew(token) ? null : ChangeSocket.UNAUTHENTICATED;
      case Changes _, Reset _ -> MALFORMED;
    };
  }

  @Override
  protected void handleBinaryMessage(WebSocketSession session, BinaryMessage message)
      throws IOException {
    session.close(CloseStatus.NOT_ACCEPTABLE.withReason("text frames only"));
  }

  @Override
  protected void handlePongMessage(WebSocketSession session, PongMessage message) {
    ChangeSocket socket = sockets.get(session.getId());
    if (socket != null) {
      socket.pong();
    }
  }

  /// A desk that goes without a word is nothing to tell the log about.
  @Override
  public void handleTransportError(WebSocketSession session, Throwable failure) {
    log.debug("A change socket broke: {}", FailureTrace.of(failure));
  }

  @Override
  public void afterConnectionClosed(WebSocketSession session, CloseStatus status) {
    ChangeSocket socket = sockets.remove(session.getId());
    if (socket != null) {
      socket.closed();
    }
  }
}
