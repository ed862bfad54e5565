package io.daysheet.server.openapi;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Stream;

/// Puts the words of `words.properties` to the parameters and fields of the document.
final class ApiWords {

  private final Properties words = new Properties();

  ApiWords() {
    try (var file =
        new InputStreamReader(
            Objects.requireNonNull(ApiWords.class.getResourceAsStream("words.properties")),
            StandardCharsets.UTF_8)) {
      words.load(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  void describe(OpenAPI api) {
    api.getPaths().values().stream()
        .flatMap(path -> path.readOperations().stream())
        .filter(operation -> operation.getParameters() != null)
        .flatMap(operation -> operation.getParameters().stream())
        .filter(parameter -> parameter.getDescription() == null)
        .forEach(this::describe);
    api.getComponents().getSchemas().forEach(this::describe);
  }

  private void describe(Parameter parameter) {
    parameter.setDescription(words.getProperty("parameter." + parameter.getName()));
  }

  private void describe(String shape, Schema<?> schema) {
    Map<?, ?> fields = Objects.requireNonNullElse(schema.getProperties(), Map.of());
    fields.forEach((name, field) ->
        Stream.of(shape + "." + name, String.valueOf(name))
            .map(words::getProperty)
            .filter(Objects::nonNull)
            .findFirst()
            .ifPresent(((Schema<?>) field)::setDescription));
  }
}
