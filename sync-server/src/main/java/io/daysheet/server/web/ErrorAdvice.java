package io.daysheet.server.web;

import io.daysheet.rule.Violation.InvalidValue;
import io.daysheet.rule.Violation.MissingField;
import io.daysheet.wire.MissingFields;
import io.daysheet.wire.Problem;
import jakarta.servlet.http.HttpServletRequest;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/// Turns every exception into a problem of the error contract. Neither the answer nor the log gets
/// an exception's message: it may quote a patient's data or an SQL text.
@RestControllerAdvice
class ErrorAdvice extends ResponseEntityExceptionHandler {

  private static final Logger log = LoggerFactory.getLogger(ErrorAdvice.class);

  @ExceptionHandler
  ResponseEntity<Object> refused(RequestRefused refused) {
    ZoneId zone = refused.zone();
    return zone == null
        ? Answers.problem(refused.problem())
        : Answers.problem(refused.problem(), zone);
  }

  @ExceptionHandler
  ResponseEntity<Object> missing(MissingFields missing) {
    return Answers.problem(
        Problems.malformed(missing.names().stream().map(MissingField::new).toList()));
  }

  /// The query is not even encoded rightly.
  @ExceptionHandler
  ResponseEntity<Object> undecodable(InvalidParameterException undecodable) {
    return Answers.problem(Problems.of(ProblemKind.MALFORMED));
  }

  /// A form whose fields have names that nobody types. It comes as late as somebody asks for them.
  @ExceptionHandler
  ResponseEntity<Object> suspicious(RequestRejectedException rejected) {
    return Answers.problem(Problems.of(ProblemKind.MALFORMED));
  }

  @ExceptionHandler
  ResponseEntity<Object> failed(Throwable failure, HttpServletRequest request) {
    return switch (DatabaseFailure.of(failure)) {
      case UNAVAILABLE -> {
        log.warn("The database can't be reached: {}", route(request));
        yield Answers.problem(Problems.of(ProblemKind.UNAVAILABLE));
      }
      case UNSTORABLE -> Answers.problem(Problems.of(ProblemKind.MALFORMED));
      case OTHER -> {
        log.error("{} failed: {}", route(request), FailureTrace.of(failure));
        yield Answers.problem(Problems.of(ProblemKind.INTERNAL));
      }
    };
  }

  /// The pattern of the route: path and query hold ids and typed names.
  private static String route(HttpServletRequest request) {
    Object pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
    return request.getMethod() + " " + (pattern == null ? "(no route)" : pattern);
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
      HttpMessageNotReadableException failure,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    return answer(
        MalformedBody.cause(failure, BodyTooLarge.class) == null
            ? Problems.malformed(MalformedBody.violations(failure))
            : Problems.of(ProblemKind.TOO_LARGE),
        headers);
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleMissingServletRequestParameter(
      MissingServletRequestParameterException failure,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    return answer(Problems.malformed(new MissingField(failure.getParameterName())), headers);
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleTypeMismatch(
      TypeMismatchException failure,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    String field =
        failure instanceof MethodArgumentTypeMismatchException argument
            ? argument.getName()
            : Objects.requireNonNullElse(failure.getPropertyName(), "$");
    return answer(
        Problems.malformed(
            List.of(new InvalidValue(field, ExpectedValue.of(failure.getRequiredType())))),
        headers);
  }

  /// What Spring itself refuses keeps its status and headers (`Allow`, `Accept`) and gets our body.
  @Override
  protected @Nullable ResponseEntity<Object> handleExceptionInternal(
      Exception failure,
      @Nullable Object body,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    if (status.value() == 500) {
      log.error("The request failed: {}", FailureTrace.of(failure));
    }
    return answer(Problems.of(ProblemKind.ofStatus(status.value())), headers);
  }

  private static ResponseEntity<Object> answer(Problem problem, HttpHeaders headers) {
    return ResponseEntity.status(problem.status())
        .headers(headers)
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(problem);
  }
}
