package io.daysheet.schedule;

import com.fasterxml.jackson.annotation.JsonValue;
import io.daysheet.hospital.DoctorId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One line of a visit's history: who did what, when, and what it led to.
///
/// @param version of the visit after it
/// @param by the name of who did it; null before there were names
/// @param doctorId, start and end as they were after it
/// @param reason why, if a reason was given
public record AppointmentEvent(
    int version,
    Instant at,
    @Nullable String by,
    Kind kind,
    AppointmentStatus status,
    DoctorId doctorId,
    Instant start,
    Instant end,
    @Nullable String reason) {

  /// What was done.
  public enum Kind {
    BOOKED("booked"),
    MOVED("moved"),
    CONFIRMED("confirmed"),
    CHECKED_IN("checked-in"),
    CHECK_IN_UNDONE("check-in-undone"),
    COMPLETED("completed"),
    CANCELLED("cancelled"),
    NO_SHOW("no-show"),
    /// The patient's record was merged into another.
    MERGED("merged");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    /// As it is stored and travels.
    @JsonValue
    public String word() {
      return word;
    }
  }
}
