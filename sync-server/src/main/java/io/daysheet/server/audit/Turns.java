package io.daysheet.server.audit;

import io.daysheet.server.web.ProblemKind;
import io.daysheet.server.web.RequestRefused;
import jakarta.servlet.http.HttpServletResponse;
import java.util.concurrent.Semaphore;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/// Lets only a few go through the whole trail at once, each of which may take minutes: the others
/// are to come back.
@Component
class Turns {

  /// One that is to be given back.
  interface Turn extends AutoCloseable {
    @Override
    void close();
  }

  private static final String COME_BACK_AFTER = "30";

  private final Semaphore free;

  Turns(AuditSettings settings) {
    this.free = new Semaphore(settings.atOnce());
  }

  /// Takes one.
  ///
  /// @param response is told when to come back, if there is none
  /// @throws RequestRefused if there is none
  Turn take(HttpServletResponse response) {
    if (!free.tryAcquire()) {
      response.setHeader(HttpHeaders.RETRY_AFTER, COME_BACK_AFTER);
      throw RequestRefused.of(ProblemKind.TOO_MANY_REQUESTS);
    }
    return free::release;
  }
}
