package io.daysheet.server.stream;

import io.daysheet.hospital.Hospital;
import io.daysheet.hospital.HospitalId;
import io.daysheet.identity.AccountId;
import io.daysheet.identity.Right;
import io.daysheet.patient.PatientId;
import io.daysheet.server.access.Caller;
import io.daysheet.server.access.Sight;
import io.daysheet.server.stream.HospitalStream.Read;
import io.daysheet.server.web.FailureTrace;
import io.daysheet.server.web.RequestRefused;
import io.daysheet.wire.StreamMessage.Reset;
import io.daysheet.wire.StreamMessage.Subscribe;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.PingMessage;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;
import tools.jackson.databind.json.JsonMapper;

/// One desk's socket: its places in the streams that it follows, and the one virtual thread that
/// does everything for it in order: subscribes, replays, sends, pings.
///
/// It keeps no queue of its own. A desk that takes too little falls behind its place, and is
/// dropped when a send takes too long or the place is no longer kept; it then comes back and loads
/// anew.
final class ChangeSocket implements Runnable {

  static final CloseStatus TOO_SLOW = CloseStatus.SERVICE_OVERLOAD.withReason("too slow");
  static final CloseStatus NO_PONG = CloseStatus.SERVICE_OVERLOAD.withReason("no pong");
  static final CloseStatus UNAVAILABLE = CloseStatus.SERVICE_OVERLOAD.withReason("unavailable");
  static final CloseStatus NOT_FOUND = CloseStatus.POLICY_VIOLATION.withReason("not-found");
  static final CloseStatus TOO_MANY = CloseStatus.POLICY_VIOLATION.withReason("too-many");

  /// The token has expired, or what it stood for has ended. In the range for applications.
  static final CloseStatus UNAUTHENTICATED = new CloseStatus(4401, "unauthenticated");

  /// They may not see the day, or not that hospital's.
  static final CloseStatus FORBIDDEN = new CloseStatus(4403, "forbidden");

  private static final Logger log = LoggerFactory.getLogger(ChangeSocket.class);
  private static final int BATCH = 200;

  private record Place(HospitalStream stream, long after) {}

  private final WebSocketSession session;
  private final SocketSignIn signIn;
  private final Hub hub;
  private final Followers followers;
  private final JsonMapper json;
  private final StreamSettings settings;
  private final BlockingQueue<Subscribe> wishes = new ArrayBlockingQueue<>(256);
  private final SocketFollower follower;

  /// Of this socket's thread only.
  private final Map<HospitalId, Place> places = new LinkedHashMap<>();

  /// Whom this one sees in an emergency, as of the last look. Told by it to the poll.
  private volatile Set<PatientId> emergencies = Set.of();

  private final Heartbeat heart;
  private volatile boolean left;

  ChangeSocket(
      WebSocketSession session,
      SocketSignIn signIn,
      Hub hub,
      Followers followers,
      JsonMapper json,
      StreamSettings settings) {
    this.session = session;
    this.signIn = signIn;
    this.hub = hub;
    this.followers = followers;
    this.json = json;
    this.settings = settings;
    this.heart = new Heartbeat(settings);
    this.follower = new SocketFollower(signIn);
  }

  /// False if too many wishes wait already.
  boolean subscribe(Subscribe wish) {
    boolean taken = wishes.offer(wish);
    follower.wake();
    return taken;
  }

  /// False if the token is not good, or another account's.
  boolean renew(String token) {
    return signIn.renew(token);
  }

  void pong() {
    heart.pong();
  }

  /// Wakes it if others are seen in an emergency by now than it knows of.
  void seesInEmergency(Map<AccountId, Set<PatientId>> now) {
    Caller caller = signIn.caller();
    if (caller.may(Right.EMERGENCY_ACCESS)
        && !now.getOrDefault(caller.account().id(), Set.of()).equals(emergencies)) {
      follower.wake();
    }
  }

  /// Ends the socket's thread. The session may call itself open for a while yet: it says goodbye
  /// after it has told of its end.
  void closed() {
    left = true;
    follower.wake();
  }

  private boolean isOpen() {
    return !left && session.isOpen();
  }

  @Override
  public void run() {
    try {
      while (isOpen()) {
        follower.awaitNews(Math.max(0, Math.min(heart.nanosLeft(), signIn.nanosLeft())));
        if (!signIn.isGood()) {
          close(UNAUTHENTICATED);
          return;
        }
        if (!signIn.caller().may(Right.SEE_DAY)) {
          wishes.forEach(wish -> followers.isRefused(signIn.caller(), wish.hospital()));
          close(FORBIDDEN);
          return;
        }
        Sight sight = signIn.caller().sight(Right.SEE_DAY);
        resetIfOthersAreSeen(sight);
        subscribeAsWished(sight);
        for (HospitalId hospital : List.copyOf(places.keySet())) {
          sendNewsIfSeen(hospital, sight);
        }
        ping();
      }
    } catch (IOException | IllegalStateException brokenOrTooSlow) {
      close(TOO_SLOW);
    } catch (DataAccessException | RequestRefused unavailable) {
      close(UNAVAILABLE);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      close(CloseStatus.GOING_AWAY);
    } catch (RuntimeException failure) {
      // a desk that is left open and silent would believe that nothing happens any more
      log.error("A change socket failed: {}", FailureTrace.of(failure));
      close(CloseStatus.SERVER_ERROR);
    } finally {
      places.keySet().forEach(this::leave);
    }
  }

  /// What has begun to be seen was not sent before, and what is over stands on the desk: it loads
  /// anew. Nothing that was recorded as told under the old sight goes out under the new one.
  private void resetIfOthersAreSeen(Sight sight) throws IOException {
    if (sight.emergencies().equals(emergencies)) {
      return;
    }
    emergencies = sight.emergencies();
    for (HospitalId hospital : List.copyOf(places.keySet())) {
      places.remove(hospital);
      leave(hospital);
      sendReset(hospital);
    }
  }

  private void sendReset(HospitalId hospital) throws IOException {
    session.sendMessage(new TextMessage(json.writeValueAsString(new Reset(hospital))));
  }

  private void leave(HospitalId hospital) {
    hub.leave(hospital, follower);
    followers.goes(signIn.caller(), hospital);
  }

  private void subscribeAsWished(Sight sight) throws IOException {
    for (Subscribe wish = wishes.poll(); wish != null; wish = wishes.poll()) {
      if (!sight.sees(wish.hospital())) {
        followers.isRefused(signIn.caller(), wish.hospital());
        close(FORBIDDEN);
        return;
      }
      Optional<Hospital> hospital = hub.hospital(wish.hospital());
      if (hospital.isEmpty()) {
        close(NOT_FOUND);
        return;
      }
      if (!places.containsKey(wish.hospital()) && places.size() >= settings.subscriptions()) {
        close(TOO_MANY);
        return;
      }
      follow(hospital.get(), wish, sight);
    }
  }

  private void follow(Hospital hospital, Subscribe wish, Sight sight) throws IOException {
    switch (hub.follow(hospital, wish.after(), wish.epoch(), follower)) {
      case Hub.Following.From(HospitalStream stream, List<Rendered> missed) -> {
        long after = missed.isEmpty() ? wish.after() : missed.getLast().sequence();
        // first, so that a stream is left again also when the desk goes in the middle of the replay
        places.put(hospital.id(), new Place(stream, after));
        List<Rendered> first = new ArrayList<>(missed);
        // what came before was not recorded as told to this one, and goes out all the same
        first.addAll(stream.kept(after));
        followers.comes(signIn.caller(), hospital.id(), Rendered.patients(first, sight));
        send(hospital.id(), missed, sight);
      }
      case Hub.Following.NeedsReset() -> {
        if (places.remove(hospital.id()) != null) {
          followers.goes(signIn.caller(), hospital.id());
        }
        sendReset(hospital.id());
      }
    }
  }

  /// What may be seen can become less while somebody listens.
  private void sendNewsIfSeen(HospitalId hospital, Sight sight) throws IOException {
    if (sight.sees(hospital)) {
      sendNews(hospital, sight);
    } else {
      close(FORBIDDEN);
    }
  }

  private void sendNews(HospitalId hospital, Sight sight) throws IOException {
    Place place = places.get(hospital);
    while (place != null && isOpen()) {
      switch (place.stream().after(place.after(), BATCH)) {
        case Read.Next(List<Rendered> changes) when changes.isEmpty() -> {
          return;
        }
        case Read.Next(List<Rendered> changes) -> {
          send(hospital, changes, sight);
          place = new Place(place.stream(), changes.getLast().sequence());
          places.put(hospital, place);
        }
        case Read.TooFarBehind() -> {
          close(TOO_SLOW);
          return;
        }
      }
    }
  }

  private void send(HospitalId hospital, List<Rendered> changes, Sight sight) throws IOException {
    for (int from = 0; from < changes.size(); from += BATCH) {
      session.sendMessage(
          new TextMessage(
              Rendered.frame(
                  hospital, changes.subList(from, Math.min(from + BATCH, changes.size())), sight)));
    }
  }

  private void ping() throws IOException {
    if (!isOpen()) {
      return;
    }
    if (heart.hasStopped()) {
      close(NO_PONG);
    } else if (heart.isToAsk()) {
      session.sendMessage(new PingMessage());
    }
  }

  void close(CloseStatus status) {
    if (!session.isOpen()) {
      return;
    }
    log.debug("A change socket is closed: {}", status.getReason());
    try {
      session.close(status);
    } catch (IOException gone) {
      log.debug("It was gone already");
    }
  }
}
