package io.daysheet.server.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Bodies by their schema, with something wrong in most of them.
///
/// @param ids of things that exist
/// @param words that are in what is planted
record Bodies(JsonNode document, Oddities odd, List<UUID> ids, List<String> words) {

  /// On which something is planted.
  static final String DAY = "2030-05-20";

  private static final int DEEPEST = 8;
  private static final JsonMapper JSON = JsonMapper.shared();

  /// The text of a body.
  ///
  /// @param wrong percent of the values in it that are not as they should be
  String body(JsonNode schema, int wrong) {
    return value(schema, wrong, 0);
  }

  private String value(JsonNode schema, int wrong, int depth) {
    if (odd.chance(wrong) || depth > DEEPEST) {
      return odd.chance(50) ? odd.json() : string(odd.text());
    }
    JsonNode resolved = resolved(schema);
    if (resolved.has("oneOf")) {
      return value(odd.one(list(resolved.get("oneOf"))), wrong, depth + 1);
    }
    if (resolved.has("enum")) {
      return odd.one(list(resolved.get("enum"))).toString();
    }
    return switch (type(resolved)) {
      case "object" -> object(resolved, wrong, depth);
      case "array" -> array(resolved, wrong, depth);
      case "integer", "number" -> Integer.toString(odd.random().nextInt(-5, 500));
      case "boolean" -> Boolean.toString(odd.chance(50));
      default -> string(text(resolved));
    };
  }

  private String object(JsonNode schema, int wrong, int depth) {
    List<String> fields = new ArrayList<>();
    Set<String> required =
        schema.path("required").valueStream().map(JsonNode::asString).collect(Collectors.toSet());
    schema
        .path("properties")
        .forEachEntry((name, property) -> {
          if (!odd.chance(required.contains(name) ? wrong : 60)) {
            fields.add(string(name) + ":" + value(property, wrong, depth + 1));
          }
          if (odd.chance(wrong / 4)) {
            fields.add(string(name) + ":" + odd.json());
          }
        });
    if (odd.chance(wrong)) {
      fields.add(string(odd.text()) + ":" + odd.json());
    }
    return "{" + String.join(",", fields) + "}";
  }

  private String array(JsonNode schema, int wrong, int depth) {
    return "["
        + String.join(
            ",",
            IntStream.range(0, odd.random().nextInt(4))
                .mapToObj(_ -> value(schema.path("items"), wrong, depth + 1))
                .toList())
        + "]";
  }

  /// A text of the format that a schema asks for.
  String text(JsonNode schema) {
    return switch (resolved(schema).path("format").asString("")) {
      case "uuid" -> odd.chance(80) ? odd.one(ids).toString() : UUID.randomUUID().toString();
      case "date" ->
          odd.chance(50)
              ? DAY
              : "%d-%02d-%02d".formatted(number(1950, 2040), number(1, 12), number(1, 28));
      case "date-time" -> "2030-05-%02dT%02d:00:00+02:00".formatted(number(1, 28), number(0, 23));
      case "local-time", "time" -> "%02d:00".formatted(number(0, 24));
      case "duration" -> "PT%dH".formatted(number(0, 100));
      default ->
          odd.chance(30)
              ? odd.one(words)
              : odd.one(List.of("FOLLOW_UP", "a", "1", "Europe/Berlin", "MONDAY", "x y z"));
    };
  }

  private int number(int from, int to) {
    return odd.random().nextInt(from, to + 1);
  }

  private JsonNode resolved(JsonNode schema) {
    JsonNode at = schema;
    while (at.has("$ref")) {
      at = document.at(at.get("$ref").asString().substring(1));
    }
    return at;
  }

  private static String type(JsonNode schema) {
    JsonNode type = schema.path("type");
    return type.isArray() ? type.get(0).asString() : type.asString("string");
  }

  private static List<JsonNode> list(JsonNode array) {
    return array.valueStream().toList();
  }

  private static String string(String text) {
    return JSON.writeValueAsString(text);
  }
}
