package io.daysheet.desktop.form;

import io.daysheet.hospital.Doctor;
import io.daysheet.hospital.DoctorId;
import io.daysheet.hospital.RoomId;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The names that a screen has for what a violation only names by its id.
///
/// @param patientOf a visit, by the visit's id
record KnownNames(
    Function<DoctorId, Optional<String>> doctorOf,
    Function<UUID, Optional<String>> patientOf,
    Function<RoomId, Optional<String>> roomOf) {

  static KnownNames of(BoardNames board) {
    return new KnownNames(board::shortName, board::patientOf, board::room);
  }

  static KnownNames of(Collection<Doctor> doctors) {
    Map<DoctorId, String> names =
        doctors.stream()
            .collect(Collectors.toMap(Doctor::id, doctor -> BoardNames.shortened(doctor.name())));
    return new KnownNames(
        id -> Optional.ofNullable(names.get(id)), _ -> Optional.empty(), _ -> Optional.empty());
  }

  Optional<String> doctor(DoctorId id) {
    return doctorOf.apply(id);
  }

  Optional<String> patient(UUID visit) {
    return patientOf.apply(visit);
  }

  Optional<String> room(RoomId id) {
    return roomOf.apply(id);
  }
}
