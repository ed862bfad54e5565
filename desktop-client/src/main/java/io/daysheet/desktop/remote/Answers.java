package io.daysheet.desktop.remote;

import io.daysheet.desktop.remote.Outcome.Cause;
import io.daysheet.rule.Violation;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads what the server answered. An answer that can't be read is no exception but an outcome, and
/// nothing of it is repeated anywhere: it may be a patient's.
final class Answers {

  private static final TypeReference<Violation> VIOLATION = new TypeReference<>() {};

  private final JsonMapper json;

  Answers(JsonMapper json) {
    this.json = json;
  }

  <T> Outcome<T> read(Response response, TypeReference<T> type) throws IOException {
    String body = response.body().string();
    int status = response.code();
    if (response.isSuccessful()) {
      @Nullable T value = value(body, type);
      return value == null ? new Outcome.Unknown<>(Cause.BROKEN) : new Outcome.Done<>(value);
    }
    return switch (status) {
      case 408, 429, 502, 503, 504 -> new Outcome.Unknown<>(Cause.UNAVAILABLE);
      case 412 -> new Outcome.Stale<>(current(body, type));
      default ->
          status >= 400 && status < 500
              ? refused(status, body)
              : new Outcome.Unknown<>(Cause.BROKEN);
    };
  }

  private <T> @Nullable T value(String body, TypeReference<T> type) {
    try {
      return json.readValue(body, type);
    } catch (JacksonException unreadable) {
      return null;
    }
  }

  private <T> @Nullable T current(String body, TypeReference<T> type) {
    JsonNode current = tree(body).path("current");
    return current.isObject() ? value(current.toString(), type) : null;
  }

  /// A violation that this desk does not know yet is left out; the code is told all the same.
  private <T> Outcome<T> refused(int status, String body) {
    JsonNode problem = tree(body);
    List<Violation> violations = new ArrayList<>();
    problem
        .path("violations")
        .forEach(node -> {
          @Nullable Violation violation = value(node.toString(), VIOLATION);
          if (violation != null) {
            violations.add(violation);
          }
        });
    String code = problem.path("code").asString("http-" + status);
    return new Outcome.Refused<>(status, code, violations);
  }

  private JsonNode tree(String body) {
    try {
      return json.readTree(body);
    } catch (JacksonException unreadable) {
      return json.createObjectNode();
    }
  }
}
