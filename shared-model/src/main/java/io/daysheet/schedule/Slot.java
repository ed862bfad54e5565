package io.daysheet.schedule;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.daysheet.hospital.DoctorId;
import io.daysheet.hospital.HospitalId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A start at which a doctor can be booked, or could have been: computed, never stored.
///
/// @param end of a visit of the type that was asked for
/// @param appointmentId what takes a booked one, if whoever asks may see it; else null
public record Slot(
    HospitalId hospitalId,
    DoctorId doctorId,
    Instant start,
    Instant end,
    Status status,
    @Nullable AppointmentId appointmentId) {

  /// What became of it.
  public enum Status {
    @JsonProperty("available")
    AVAILABLE,
    @JsonProperty("booked")
    BOOKED,
    /// A desk keeps it while the details are typed.
    @JsonProperty("held")
    HELD
  }
}
