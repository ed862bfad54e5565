package io.daysheet.server.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// One call that the API's document describes.
///
/// @param body the schema of what is sent; null if nothing is
record Operation(String method, String path, List<Parameter> parameters, @Nullable JsonNode body) {

  /// @param in path, query or header
  record Parameter(String name, String in, JsonNode schema) {}

  private static final Set<String> METHODS =
      Set.of("get", "put", "post", "delete", "patch", "head", "options");

  static List<Operation> of(JsonNode document) {
    List<Operation> operations = new ArrayList<>();
    document
        .get("paths")
        .forEachEntry((path, methods) ->
            methods.forEachEntry((method, operation) -> {
              if (METHODS.contains(method)) {
                operations.add(of(method, path, operation));
              }
            }));
    return operations;
  }

  private static Operation of(String method, String path, JsonNode operation) {
    List<Parameter> parameters =
        operation
            .path("parameters")
            .valueStream()
            .map(p ->
                new Parameter(p.get("name").asString(), p.get("in").asString(), p.path("schema")))
            .toList();
    JsonNode body = operation.at("/requestBody/content/application~1json/schema");
    return new Operation(
        method.toUpperCase(java.util.Locale.ROOT),
        path,
        parameters,
        body.isMissingNode() ? null : body);
  }
}
