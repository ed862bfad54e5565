package io.daysheet.server.openapi;

import io.daysheet.server.access.Caller;
import io.daysheet.server.web.Desk;
import io.daysheet.server.web.IdempotencyKey;
import io.daysheet.server.web.IfMatch;
import io.daysheet.server.web.Paging;
import io.daysheet.wire.Problem;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.media.UUIDSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;

/// The headers that an endpoint takes and the statuses that it refuses with, from its arguments:
/// who takes a body can be malformed, who takes a version can be stale.
final class ApiRefusals {

  private ApiRefusals() {}

  static Operation describe(Operation operation, HandlerMethod handler) {
    Map<Integer, String> refusals = new TreeMap<>();
    refusals.put(401, "No valid access token");
    refusals.put(403, "The account may not do that");
    refusals.put(406, "The answer can't be given in that form");
    refusals.put(429, "Too many requests: Retry-After says how long to wait");
    refusals.put(500, "The server failed");
    refusals.put(503, "The database can't be reached; nothing was written");
    for (MethodParameter argument : handler.getMethodParameters()) {
      take(argument, operation, refusals);
    }
    if (handler.hasMethodAnnotation(PutMapping.class)) {
      refusals.putIfAbsent(409, "What it has become by now does not allow it");
    }
    if (!handler.hasMethodAnnotation(GetMapping.class)) {
      refusals.putIfAbsent(422, "A rule refuses it");
    }
    var responses = new ApiResponses();
    refusals.forEach((status, why) -> responses.addApiResponse("" + status, problem(why)));
    return operation.responses(responses);
  }

  private static void take(
      MethodParameter argument, Operation operation, Map<Integer, String> refusals) {
    refusals.put(400, "Malformed: all missing, unknown or invalid fields are named");
    Class<?> type = argument.getParameterType();
    if (type.isRecord() && type.getSimpleName().endsWith("Id")) {
      asUuid(operation, argument.getParameterName());
    }
    if (argument.hasParameterAnnotation(PathVariable.class)) {
      refusals.put(404, "There is no such thing");
    } else if (argument.hasParameterAnnotation(RequestParam.class)) {
      if (namesSomething(argument)) {
        refusals.put(404, "Something that it names does not exist: see violations");
      }
    } else if (argument.hasParameterAnnotation(RequestBody.class)) {
      refusals.put(404, "Something that it names does not exist: see violations");
      refusals.put(409, "Something of somebody else's is in the way");
      refusals.put(413, "The body is too large");
      refusals.put(415, "The body is not JSON");
      refusals.put(422, "A rule refuses it");
    } else if (type == IfMatch.class) {
      operation.addParametersItem(header("If-Match", true, "The ETag that you decided on"));
      refusals.put(409, "What it has become by now does not allow it");
      refusals.put(412, "stale: somebody changed it in the meantime");
      refusals.put(428, "If-Match is missing");
    } else if (type == IdempotencyKey.class) {
      operation.addParametersItem(
          header(
              IdempotencyKey.HEADER,
              false,
              "1 to 200 characters; a repetition gets the first answer"));
      refusals.put(422, "A rule refuses it, or the key was used for another request");
    } else if (type == Caller.class) {
      operation.addParametersItem(
          header(
              Desk.HEADER, false, "The desk's name in percent-encoded UTF-8, up to 60 characters"));
    } else if (type == Paging.class) {
      operation.addParametersItem(
          query(
              "limit",
              new IntegerSchema().minimum(BigDecimal.ONE).maximum(BigDecimal.valueOf(200))));
      operation.addParametersItem(query("after", new StringSchema()));
    }
  }

  /// Takes an id, or a list of them.
  private static boolean namesSomething(MethodParameter argument) {
    return argument.nested().getNestedParameterType().getSimpleName().endsWith("Id");
  }

  private static void asUuid(Operation operation, @Nullable String name) {
    operation.getParameters().stream()
        .filter(p -> p.getName().equals(name))
        .forEach(p -> p.schema(new UUIDSchema()));
  }

  private static Parameter header(String name, boolean required, String what) {
    return new Parameter()
        .in("header")
        .name(name)
        .required(required)
        .description(what)
        .schema(new StringSchema());
  }

  private static Parameter query(String name, Schema<?> schema) {
    return new Parameter().in("query").name(name).required(false).schema(schema);
  }

  private static ApiResponse problem(String why) {
    return new ApiResponse()
        .description(why)
        .content(
            new Content()
                .addMediaType(
                    Problem.MEDIA_TYPE,
                    new MediaType().schema(new Schema<>().$ref("#/components/schemas/Problem"))));
  }
}
