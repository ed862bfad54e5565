package io.daysheet.desktop.booking;

import io.daysheet.desktop.booking.Alternative.Kind;
import io.daysheet.hospital.Doctor;
import io.daysheet.hospital.DoctorId;
import io.daysheet.schedule.FreeStarts;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/// What to offer instead of a slot that was taken: the same doctor's nearest, the same time with
/// another doctor, then the nearest of anybody; of two equally near the same specialty, then the
/// earlier.
record NearestFree(Doctor wanted, Instant start, Instant now) {

  /// Up to `most` on one day.
  List<Alternative> among(
      List<Doctor> doctors,
      Function<DoctorId, FreeStarts> free,
      Predicate<Alternative> suits,
      int most) {
    List<Alternative> all =
        doctors.stream()
            .flatMap(doctor ->
                free.apply(doctor.id()).after(now).stream()
                    .map(at -> new Alternative(doctor, at, kind(doctor, at), null)))
            .filter(a -> !(a.doctor().id().equals(wanted.id()) && a.start().equals(start)))
            .sorted(nearest())
            .filter(suits)
            .toList();
    var chosen = new ArrayList<Alternative>();
    for (Kind kind : List.of(Kind.SAME_DOCTOR, Kind.SAME_TIME)) {
      all.stream().filter(a -> a.kind() == kind).findFirst().ifPresent(chosen::add);
    }
    all.stream().filter(a -> !chosen.contains(a)).limit(most).forEach(chosen::add);
    return chosen.stream().limit(most).toList();
  }

  private Kind kind(Doctor doctor, Instant at) {
    return doctor.id().equals(wanted.id())
        ? Kind.SAME_DOCTOR
        : at.equals(start) ? Kind.SAME_TIME : Kind.OTHER;
  }

  private Comparator<Alternative> nearest() {
    return Comparator.<Alternative, Duration>comparing(
            a -> Duration.between(start, a.start()).abs())
        .thenComparing(a -> !a.doctor().specialties().equals(wanted.specialties()))
        .thenComparing(Alternative::start)
        .thenComparing(a -> a.doctor().name());
  }
}
