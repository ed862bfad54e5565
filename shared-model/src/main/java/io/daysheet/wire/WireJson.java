package io.daysheet.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.Nulls;
import io.daysheet.rule.Violation;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Stream;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.type.LogicalType;

/// The one set-up of JSON for desk and server.
///
/// Instants are RFC 3339 with an offset: the hospital's inside an [InZone], else UTC. Unknown
/// fields are refused, so that a misspelt one is never lost in silence; so is a null in a list.
public final class WireJson {

  private static final String ZONE = "daysheet.zone";

  private WireJson() {}

  public static JsonMapper mapper() {
    return configure(JsonMapper.builder()).build();
  }

  /// For readers that must bear a newer sender: what they do not know they pass over. There is one,
  /// so that what it has learned of a type is learned once.
  public static JsonMapper lenientMapper() {
    return Lenient.MAPPER;
  }

  /// Made when it is first asked for.
  private static final class Lenient {
    static final JsonMapper MAPPER =
        configure(JsonMapper.builder())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();
  }

  public static JsonMapper.Builder configure(JsonMapper.Builder builder) {
    return builder
        .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .disable(DateTimeFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
        .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
        .withCoercionConfig(
            LogicalType.Textual,
            text ->
                text.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                    .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                    .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
        .withCoercionConfig(
            LogicalType.Integer,
            number -> number.setCoercion(CoercionInputShape.Float, CoercionAction.Fail))
        .changeDefaultNullHandling(nulls -> nulls.withContentNulls(Nulls.FAIL))
        .changeDefaultPropertyInclusion(i -> i.withValueInclusion(JsonInclude.Include.ALWAYS))
        .addMixIn(Violation.class, ByCode.class)
        .registerSubtypes(leaves(Violation.class).toArray(Class<?>[]::new))
        .addModule(
            new SimpleModule("daysheet")
                .addSerializer(Instant.class, new InstantSerializer())
                .addSerializer(InZone.class, new InZoneSerializer())
                .addDeserializer(
                    OffsetDateTime.class,
                    new TextDeserializer<>(OffsetDateTime.class, OffsetDateTime::parse))
                .addDeserializer(
                    Duration.class, new TextDeserializer<>(Duration.class, Duration::parse))
                .addDeserializer(
                    LocalDate.class, new TextDeserializer<>(LocalDate.class, LocalDate::parse)));
  }

  private static Stream<Class<?>> leaves(Class<?> type) {
    return type.isSealed()
        ? Arrays.stream(type.getPermittedSubclasses()).flatMap(WireJson::leaves).distinct()
        : Stream.of(type);
  }

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "code")
  private interface ByCode {}

  /// Reads a date or a time from the text that it is, whole. The library's own readers also take
  /// numbers and lists, and drop what stands behind a date.
  private static final class TextDeserializer<T> extends StdScalarDeserializer<T> {

    private final Function<String, T> parse;

    TextDeserializer(Class<T> type, Function<String, T> parse) {
      super(type);
      this.parse = parse;
    }

    @Override
    public T deserialize(JsonParser json, DeserializationContext context) {
      if (!json.hasToken(JsonToken.VALUE_STRING)) {
        return context.reportInputMismatch(this, "not a text");
      }
      String text = json.getString();
      try {
        return parse.apply(text);
      } catch (DateTimeException unreadable) {
        throw context.weirdStringException(text, handledType(), "not what the field takes");
      }
    }
  }

  private static final class InstantSerializer extends ValueSerializer<Instant> {
    @Override
    public void serialize(Instant value, JsonGenerator json, SerializationContext context) {
      ZoneId zone = context.getAttribute(ZONE) instanceof ZoneId set ? set : ZoneOffset.UTC;
      json.writeString(rfc3339(value.atZone(zone).toOffsetDateTime()));
    }

    /// As the formatter of the library writes it, at a fraction of the time: a full day has a
    /// thousand of them.
    private static String rfc3339(OffsetDateTime local) {
      String time = local.toLocalTime().toString();
      String seconds = time.length() == "HH:mm".length() ? ":00" : "";
      return local.toLocalDate() + "T" + time + seconds + local.getOffset();
    }
  }

  @SuppressWarnings("rawtypes") // a class literal has no type arguments
  private static final class InZoneSerializer extends ValueSerializer<InZone> {
    @Override
    public void serialize(InZone value, JsonGenerator json, SerializationContext context) {
      Object outer = context.getAttribute(ZONE);
      context.setAttribute(ZONE, value.zone());
      context.writeValue(json, value.body());
      context.setAttribute(ZONE, outer);
    }
  }
}
