package io.daysheet.desktop;

import io.daysheet.desktop.remote.SignInPages;
import io.daysheet.identity.AccountId;
import io.daysheet.identity.Reach;
import io.daysheet.identity.Right;
import io.daysheet.identity.Rights;
import io.daysheet.identity.Role;
import io.daysheet.rule.Violation;
import io.daysheet.rule.Violation.FullSignInNeeded;
import io.daysheet.rule.Violation.WrongSecret;
import io.daysheet.schedule.DaySchedule;
import io.daysheet.wire.InZone;
import io.daysheet.wire.Me;
import io.daysheet.wire.Page;
import io.daysheet.wire.Problem;
import io.daysheet.wire.RecoveryCodes;
import io.daysheet.wire.SecondFactorKey;
import io.daysheet.wire.WireJson;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;
import org.jspecify.annotations.Nullable;

/// A made-up server at which one person signs in, with [SampleDay] on it. The PIN is 274915.
final class StaffServer extends SignInPages {

  static final String PIN = "274915";
  static final String KEY = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP";
  static final String RECOVERY = "k4tz-9wq2-mm2x-v7bd";

  private final DaySchedule day = SampleDay.schedule();
  volatile Me me = who(1, "Marta Król", Role.RECEPTIONIST);
  volatile boolean tokensAreGood = true;
  private int triesLeft = 5;

  static Me who(int number, String name, Role role) {
    return who(number, name, role, true);
  }

  static Me who(int number, String name, Role role, boolean pin) {
    Map<Right, Reach> rights = new EnumMap<>(Right.class);
    for (Right right : Right.values()) {
      Reach reach = Rights.of(role, right, Set.of());
      if (reach != Reach.NOTHING) {
        rights.put(right, reach);
      }
    }
    return new Me(
        new AccountId(new UUID(9, number)),
        "login" + number,
        name,
        List.of(role),
        List.of(),
        true,
        null,
        null,
        rights,
        true,
        false,
        0,
        pin,
        Duration.ofMinutes(15));
  }

  @Override
  protected MockResponse api(RecordedRequest request) {
    String path = request.getUrl().encodedPath();
    if (path.startsWith("/api/")
        && (!tokensAreGood || request.getHeaders().get("Authorization") == null)) {
      return new MockResponse.Builder().code(401).build();
    }
    return switch (path) {
      case "/api/v1/me" -> json(me);
      case "/api/v1/me/unlock" -> unlock(request);
      case "/api/v1/me/pin" -> new MockResponse.Builder().code(204).build();
      case "/api/v1/me/second-factor" -> json(secondFactor(request));
      case "/api/v1/hospitals" -> json(new Page<>(List.of(day.hospital()), null));
      case "/api/v1/schedule" -> json(new InZone<>(day.hospital().timeZone(), day));
      case "/api/v1/changes" -> new MockResponse.Builder().webSocketUpgrade(new Changes()).build();
      default -> new MockResponse.Builder().code(path.startsWith("/act") ? 200 : 404).build();
    };
  }

  private static Object secondFactor(RecordedRequest request) {
    return request.getMethod().equals("PUT")
        ? new SecondFactorKey("otpauth://totp/Daysheet:login1?secret=" + KEY, KEY)
        : new RecoveryCodes(List.of(RECOVERY));
  }

  private MockResponse unlock(RecordedRequest request) {
    String body = Objects.requireNonNull(request.getBody()).utf8();
    if (body.contains(PIN)) {
      return new MockResponse.Builder().code(204).build();
    }
    triesLeft--;
    Violation why = triesLeft > 0 ? new WrongSecret("pin", triesLeft) : new FullSignInNeeded();
    return new MockResponse.Builder()
        .code(triesLeft > 0 ? 422 : 409)
        .body(WireJson.mapper().writeValueAsString(refused(why)))
        .build();
  }

  private static Problem refused(Violation why) {
    return new Problem("about:blank", "Refused", 422, null, "wrong-secret", List.of(why), null);
  }

  private static MockResponse json(@Nullable Object body) {
    return new MockResponse.Builder()
        .setHeader("Content-Type", "application/json")
        .body(WireJson.mapper().writeValueAsString(body))
        .build();
  }

  /// A stream on which nothing changes.
  private static final class Changes extends WebSocketListener {
    @Override
    public void onClosing(WebSocket socket, int code, String reason) {
      boolean _ = socket.close(code, reason);
    }
  }
}
