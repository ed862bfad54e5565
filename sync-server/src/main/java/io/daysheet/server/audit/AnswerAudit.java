package io.daysheet.server.audit;

import io.daysheet.server.access.Caller;
import io.daysheet.server.web.ProblemKind;
import io.daysheet.server.web.Problems;
import io.daysheet.server.web.RequestRefused;
import io.daysheet.wire.AuditAction;
import io.daysheet.wire.AuditOutcome;
import io.daysheet.wire.InZone;
import io.daysheet.wire.Problem;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.converter.HttpMessageNotWritableException;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.http.server.ServletServerHttpResponse;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;
import tools.jackson.core.JacksonException;
import tools.jackson.core.io.SerializedString;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.util.RawValue;

/// Writes the entry of each answer before the answer leaves: what was read, and by which refusal
/// something was not done. If the entry can't be written, the answer is 503.
@RestControllerAdvice
class AnswerAudit implements ResponseBodyAdvice<Object> {

  private static final Pattern UUID_TEXT =
      Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

  /// An answer about so many is written as JSON while its entry is.
  private static final int MANY = 20;

  private final Audit audit;
  private final JsonMapper json;

  AnswerAudit(Audit audit, JsonMapper json) {
    this.audit = audit;
    this.json = json;
  }

  @Override
  public boolean supports(
      MethodParameter returnType, Class<? extends HttpMessageConverter<?>> converter) {
    return true;
  }

  @Override
  public @Nullable Object beforeBodyWrite(
      @Nullable Object body,
      MethodParameter returnType,
      MediaType contentType,
      Class<? extends HttpMessageConverter<?>> converter,
      ServerHttpRequest request,
      ServerHttpResponse response) {
    HttpServletRequest asked = ((ServletServerHttpRequest) request).getServletRequest();
    int status = ((ServletServerHttpResponse) response).getServletResponse().getStatus();
    Object answer = body instanceof InZone<?> local ? local.body() : body;
    if (answer != null
        && asked.getAttribute(HandlerMapping.BEST_MATCHING_HANDLER_ATTRIBUTE)
            instanceof HandlerMethod handler
        && asked.getUserPrincipal() instanceof Authentication signedIn
        && signedIn.getPrincipal() instanceof Caller caller) {
      Deed deed = deed(handler, status, answer, asked);
      if (deed != null) {
        try {
          return written(body, Who.of(caller), deed);
        } catch (RequestRefused unavailable) {
          return instead(response);
        }
      }
    }
    return body;
  }

  /// The answer, after its entry was written. For a day of four hundred visits both take about as
  /// long, and the entry mostly waits: for the database and the disk.
  private @Nullable Object written(@Nullable Object body, Who who, Deed deed) {
    if (deed.patients().size() < MANY) {
      audit.write(who, deed);
      return body;
    }
    var entry =
        CompletableFuture.runAsync(() -> audit.write(who, deed), Thread::startVirtualThread);
    Object rendered = rendered(body);
    await(entry);
    return rendered;
  }

  private RawValue rendered(@Nullable Object body) {
    try {
      // which is written as bytes, not letter by letter once more
      return new RawValue(new SerializedString(json.writeValueAsString(body)));
    } catch (JacksonException unwritable) {
      throw new HttpMessageNotWritableException("it can't be written as JSON", unwritable);
    }
  }

  private static void await(CompletableFuture<Void> entry) {
    try {
      entry.join();
    } catch (CompletionException failed) {
      if (failed.getCause() instanceof RuntimeException why) {
        throw why;
      }
      throw failed;
    }
  }

  /// Null if nothing is to be written.
  private static @Nullable Deed deed(
      HandlerMethod handler, int status, Object answer, HttpServletRequest asked) {
    Audited audited = handler.getMethodAnnotation(Audited.class);
    if (status == 403) {
      AuditAction action = audited == null ? AuditAction.REQUEST : audited.value();
      WhoseData whose = AskedAbout.in(asked);
      return Deed.notDone(action, AuditOutcome.FORBIDDEN, subject(asked), "forbidden")
          .about(whose.hospital(), whose.patients());
    }
    if (audited == null) {
      return null;
    }
    if (status >= 200 && status < 300) {
      if (audited.byItself()) {
        return null;
      }
      WhoseData whose = WhoseData.in(answer);
      return Deed.done(audited.value(), subject(asked), whose.hospital(), whose.patients());
    }
    if ((status == 409 || status == 412 || status == 422) && answer instanceof Problem problem) {
      WhoseData whose = AskedAbout.in(asked).and(problem);
      return Deed.notDone(audited.value(), AuditOutcome.REFUSED, subject(asked), problem.code())
          .about(whose.hospital(), whose.patients());
    }
    return null;
  }

  /// What the address names, if it names something.
  private static @Nullable UUID subject(HttpServletRequest asked) {
    return asked.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE)
                instanceof Map<?, ?> variables
            && variables.get("id") instanceof String id
            && UUID_TEXT.matcher(id).matches()
        ? UUID.fromString(id)
        : null;
  }

  private static Problem instead(ServerHttpResponse response) {
    response.setStatusCode(HttpStatus.SERVICE_UNAVAILABLE);
    HttpHeaders headers = response.getHeaders();
    headers.remove(HttpHeaders.ETAG);
    headers.remove(HttpHeaders.LOCATION);
    headers.set(HttpHeaders.RETRY_AFTER, "1");
    headers.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
    return Problems.of(ProblemKind.UNAVAILABLE);
  }
}
