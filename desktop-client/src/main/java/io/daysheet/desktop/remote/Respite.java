package io.daysheet.desktop.remote;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import okhttp3.Interceptor;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;

/// Leaves the server alone for as long as it asked for: whatever would go to the same place
/// meanwhile gets the same answer again, and is not sent. Who waits for an answer asks again
/// anyway.
final class Respite implements Interceptor {

  /// A server that asks for more is not believed.
  private static final Duration LONGEST = Duration.ofMinutes(1);

  private static final int TOO_MANY_REQUESTS = 429;

  private record Pause(int status, long untilNanos) {}

  private final Map<String, Pause> pauses = new ConcurrentHashMap<>();
  private final LongSupplier nanos;

  Respite() {
    this(System::nanoTime);
  }

  Respite(LongSupplier nanos) {
    this.nanos = nanos;
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    Request request = chain.request();
    String place = request.url().encodedPath();
    Pause pause = pauses.get(place);
    if (pause != null) {
      if (nanos.getAsLong() - pause.untilNanos() < 0) {
        return sameAgain(request, pause);
      }
      pauses.remove(place, pause);
    }
    Response response = chain.proceed(request);
    Duration wished = wished(response);
    if (wished != null) {
      pauses.put(place, new Pause(response.code(), nanos.getAsLong() + wished.toNanos()));
    }
    return response;
  }

  /// A 503 says when the database may be back: the desk finds that out by itself, and sooner.
  private static @Nullable Duration wished(Response response) {
    String header = response.header("Retry-After");
    if (response.code() != TOO_MANY_REQUESTS || header == null || !header.matches("\\d{1,9}")) {
      return null;
    }
    Duration wished = Duration.ofSeconds(Long.parseLong(header));
    return wished.compareTo(LONGEST) > 0 ? LONGEST : wished;
  }

  private static Response sameAgain(Request request, Pause pause) {
    return new Response.Builder()
        .request(request)
        .protocol(Protocol.HTTP_1_1)
        .code(pause.status())
        .message("not sent")
        .body(ResponseBody.EMPTY)
        .build();
  }
}
