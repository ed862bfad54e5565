package io.daysheet.server.crypto;

import io.daysheet.server.web.Answers;
import io.daysheet.server.web.ProblemKind;
import io.daysheet.server.web.Problems;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/// Where a single record is asked for and can't be decrypted, that is the answer. Lists show the
/// rest.
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class UnreadableAdvice {

  private final UnreadableRecords records;

  UnreadableAdvice(UnreadableRecords records) {
    this.records = records;
  }

  @ExceptionHandler
  ResponseEntity<Object> unreadable(UnreadableRecord unreadable) {
    records.tell(unreadable);
    return Answers.problem(Problems.of(ProblemKind.UNREADABLE_RECORD));
  }
}
