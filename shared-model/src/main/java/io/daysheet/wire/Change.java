package io.daysheet.wire;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.daysheet.schedule.Appointment;
import io.daysheet.schedule.Availability;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// One committed fact of a hospital's stream, with the state it led to or a later one: what is told
/// twice or late does no harm if the higher version wins.
///
/// In JSON the state's fields stand beside `sequence`, `at`, `by` and `kind`.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(Change.AvailabilityCreated.class),
  @JsonSubTypes.Type(Change.AvailabilityRemoved.class),
  @JsonSubTypes.Type(Change.AppointmentBooked.class),
  @JsonSubTypes.Type(Change.AppointmentChanged.class),
  @JsonSubTypes.Type(Change.Withheld.class)
})
public sealed interface Change {

  /// Its number in the hospital's stream, without gaps, in the order of commits.
  long sequence();

  /// When the server wrote it.
  Instant at();

  /// The desk that wrote it, when it said its name.
  @Nullable String by();

  /// The kind of the contract, such as `appointment-booked`.
  default String kind() {
    return Objects.requireNonNull(getClass().getAnnotation(JsonTypeName.class)).value();
  }

  @JsonTypeName("availability-created")
  record AvailabilityCreated(
      long sequence, Instant at, @Nullable String by, @JsonUnwrapped Availability availability)
      implements Change {}

  /// The state is the last one before it was removed.
  @JsonTypeName("availability-removed")
  record AvailabilityRemoved(
      long sequence, Instant at, @Nullable String by, @JsonUnwrapped Availability availability)
      implements Change {}

  @JsonTypeName("appointment-booked")
  record AppointmentBooked(
      long sequence, Instant at, @Nullable String by, @JsonUnwrapped Appointment appointment)
      implements Change {}

  /// Its status or its details are other ones now; cancelled is one of these.
  @JsonTypeName("appointment-changed")
  record AppointmentChanged(
      long sequence, Instant at, @Nullable String by, @JsonUnwrapped Appointment appointment)
      implements Change {}

  /// Something that the receiver may not see; it is told so that the numbers have no gap.
  @JsonTypeName("withheld")
  record Withheld(long sequence, Instant at) implements Change {
    @Override
    public @Nullable String by() {
      return null;
    }
  }
}
