package io.daysheet.desktop.rebooking;

import io.daysheet.desktop.form.WallTimes;
import io.daysheet.desktop.fx.Messages;
import io.daysheet.hospital.Doctor;
import io.daysheet.hospital.DoctorId;
import io.daysheet.hospital.Hospital;
import io.daysheet.schedule.Appointment;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/// Visits that need attention in words, in the time of their hospital.
final class RebookingWording {

  private final Messages messages;

  RebookingWording(Messages messages) {
    this.messages = messages;
  }

  /// Why it can't stay as it is. A reason that a newer server has is named by its own word.
  String reasons(Appointment visit) {
    return visit.needsAttention().stream().map(this::reason).collect(Collectors.joining("; "));
  }

  private String reason(String code) {
    String key = "attention." + code;
    return messages.bundle().containsKey(key) ? messages.get(key) : code;
  }

  String day(Instant at, Hospital hospital) {
    return WallTimes.day(hospital.dateAt(at));
  }

  String time(Instant start, Instant end, Hospital hospital) {
    return new WallTimes(hospital.timeZone()).range(start, end);
  }

  String doctor(DoctorId id, List<Doctor> doctors) {
    return doctors.stream()
        .filter(doctor -> doctor.id().equals(id))
        .map(Doctor::name)
        .findFirst()
        .orElseGet(() -> messages.get("doctor.gone"));
  }
}
