package io.daysheet.server.openapi;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.daysheet.rule.Violation;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.core.converter.ResolvedSchema;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Discriminator;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The shapes of what travels, from the records themselves: what is not marked `@Nullable` is
/// required, and a violation is one of its kinds by `code`.
final class ApiSchemas {

  private final Components components;
  private final Map<String, Class<?>> records = new HashMap<>();

  ApiSchemas(Components components) {
    this.components = components;
  }

  /// A reference to the shape of a type, which is added with all that it consists of.
  Schema<?> of(Type type) {
    ResolvedSchema resolved =
        ModelConverters.getInstance(true)
            .resolveAsResolvedSchema(new AnnotatedType(type).resolveAsRef(true));
    resolved.referencedSchemas.forEach((name, schema) -> add(name, schema));
    return resolved.schema;
  }

  private void add(String name, Schema<?> schema) {
    if (components.getSchemas() == null || !components.getSchemas().containsKey(name)) {
      components.addSchemas(name, schema);
    }
  }

  /// Replaces the bare `Violation` by one shape a code.
  void violations() {
    var mapping = new Discriminator().propertyName("code");
    var either = new Schema<Object>();
    leaves(Violation.class)
        .forEach(kind -> {
          of(kind);
          Schema<?> shape =
              flat(Objects.requireNonNull(components.getSchemas().get(kind.getSimpleName())));
          components.addSchemas(kind.getSimpleName(), shape);
          String code = codeOf(kind);
          shape.addProperty("code", new StringSchema()._const(code));
          shape.addRequiredItem("code");
          String reference = "#/components/schemas/" + kind.getSimpleName();
          either.addOneOfItem(new Schema<>().$ref(reference));
          mapping.mapping(code, reference);
        });
    components.addSchemas("Violation", either.discriminator(mapping));
    for (String holder : List.of("Problem", "RefusedResolution")) {
      Objects.requireNonNull(components.getSchemas().get(holder))
          .addProperty(
              "violations",
              new ArraySchema().items(new Schema<>().$ref("#/components/schemas/Violation")));
    }
    components.getSchemas().keySet().removeAll(List.of("Conflict", "Blocked"));
  }

  /// A kind without the interfaces above it, which say nothing that travels.
  private static Schema<?> flat(Schema<?> shape) {
    if (shape.getAllOf() == null) {
      return shape;
    }
    Schema<?> own = new ObjectSchema();
    for (Schema<?> part : shape.getAllOf()) {
      if (part.getProperties() != null) {
        part.getProperties().forEach(own::addProperty);
      }
    }
    return own;
  }

  /// Marks what is always there.
  void required(Class<?>... types) {
    Arrays.stream(types).forEach(this::collect);
    components
        .getSchemas()
        .forEach((name, schema) -> {
          Class<?> type = records.get(name);
          if (type != null) {
            required(type)
                .filter(field -> schema.getProperties() != null)
                .filter(field -> schema.getProperties().containsKey(field))
                .filter(
                    field -> schema.getRequired() == null || !schema.getRequired().contains(field))
                .forEach(schema::addRequiredItem);
          }
        });
  }

  private void collect(Class<?> type) {
    if (type.isRecord() && records.putIfAbsent(type.getSimpleName(), type) == null) {
      for (RecordComponent component : type.getRecordComponents()) {
        collect(component.getType());
      }
    }
  }

  private static Stream<String> required(Class<?> type) {
    return Arrays.stream(type.getRecordComponents())
        .filter(c -> !c.getAnnotatedType().isAnnotationPresent(Nullable.class))
        .map(RecordComponent::getName);
  }

  static List<Class<?>> leaves(Class<?> type) {
    return type.isSealed()
        ? Arrays.stream(type.getPermittedSubclasses())
            .flatMap(t -> leaves(t).stream())
            .distinct()
            .toList()
        : List.of(type);
  }

  static String codeOf(Class<?> kind) {
    return Objects.requireNonNull(kind.getAnnotation(JsonTypeName.class)).value();
  }
}
