package io.daysheet.server.web;

import io.daysheet.wire.InZone;
import io.daysheet.wire.Problem;
import java.time.ZoneId;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/// The answers that endpoints give.
public final class Answers {

  private Answers() {}

  /// 200 with the thing and its version as `ETag`.
  public static ResponseEntity<Object> found(int version, Object body) {
    return ResponseEntity.ok().eTag(eTag(version)).body(body);
  }

  public static ResponseEntity<Object> problem(Problem problem) {
    return body(problem.status(), problem);
  }

  /// With the violations' instants in a hospital's offset.
  public static ResponseEntity<Object> problem(Problem problem, ZoneId zone) {
    return body(problem.status(), new InZone<>(zone, problem));
  }

  public static String eTag(int version) {
    return "\"" + version + "\"";
  }

  private static ResponseEntity<Object> body(int status, Object body) {
    return ResponseEntity.status(status)
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .headers(headers -> {
          if (status == 503) {
            headers.set("Retry-After", "1");
          }
        })
        .body(body);
  }
}
