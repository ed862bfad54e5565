package io.daysheet.server.users;

import io.daysheet.server.identity.PasswordsBusy;
import io.daysheet.server.web.Answers;
import io.daysheet.server.web.ProblemKind;
import io.daysheet.server.web.Problems;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/// Tells those who have to wait for how long.
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class LockedOutAdvice {

  private static final Duration BUSY = Duration.ofSeconds(5);

  private final InstantSource clock;

  LockedOutAdvice(InstantSource clock) {
    this.clock = clock;
  }

  @ExceptionHandler
  ResponseEntity<Object> locked(LockedOut locked) {
    return later(locked.until());
  }

  @ExceptionHandler
  ResponseEntity<Object> busy(PasswordsBusy busy) {
    return later(clock.instant().plus(BUSY));
  }

  private ResponseEntity<Object> later(Instant until) {
    long seconds =
        Math.max(1, Duration.between(clock.instant(), until).plusMillis(999).toSeconds());
    ResponseEntity<Object> answer = Answers.problem(Problems.of(ProblemKind.LOCKED));
    return ResponseEntity.status(answer.getStatusCode())
        .headers(answer.getHeaders())
        .header("Retry-After", Long.toString(seconds))
        .body(answer.getBody());
  }
}
