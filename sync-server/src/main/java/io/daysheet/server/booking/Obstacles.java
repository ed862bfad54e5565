package io.daysheet.server.booking;

import io.daysheet.rule.BookingRules;
import io.daysheet.rule.ProposedBooking;
import io.daysheet.rule.Surroundings;
import io.daysheet.rule.Violation;
import io.daysheet.rule.Violation.Blocked;
import io.daysheet.rule.Violation.DoctorBusy;
import io.daysheet.server.access.Sight;
import io.daysheet.server.availability.Availabilities;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// Explains a refusal: what in the schedule stands in the way of a visit, and who put it there.
@Component
class Obstacles {

  private final AppointmentRows rows;
  private final Availabilities availabilities;

  Obstacles(AppointmentRows rows, Availabilities availabilities) {
    this.rows = rows;
    this.availabilities = availabilities;
  }

  /// All of them, at the moment of asking; they may be gone by now, then there are none.
  ///
  /// @param seen the visits that the one who asks may see: of others they are told only when
  List<Violation> of(Wish wish, Sight seen) {
    ProposedBooking proposed = wish.proposed();
    List<Taken> taken =
        rows.taken(
            proposed.doctor().id(), proposed.occupied(), wish.patient().id(), proposed.during());
    Map<UUID, Taken> byId =
        taken.stream().collect(Collectors.toMap(each -> each.visit().id().value(), each -> each));
    List<Violation> told =
        BookingRules.checkSchedule(
                proposed,
                Surroundings.of(
                    availabilities.around(
                        proposed.doctor().id(), proposed.during(), wish.hospital().timeZone()),
                    taken.stream().map(Taken::visit).toList()))
            .stream()
            .map(violation -> named(violation, byId::get))
            .toList();
    return Stream.concat(told.stream(), byStoredBuffer(proposed, taken, told))
        .map(violation -> shown(violation, byId::get, seen))
        .toList();
  }

  private static Violation shown(Violation violation, Function<UUID, Taken> find, Sight seen) {
    return violation instanceof Blocked blocked
            && !seen.sees(find.apply(blocked.blocker().id()).visit())
        ? blocked.withBlocker(blocked.blocker().anonymous())
        : violation;
  }

  private static Violation named(Violation violation, Function<UUID, Taken> find) {
    return violation instanceof Blocked blocked
        ? blocked.withBlocker(find.apply(blocked.blocker().id()).blocker())
        : violation;
  }

  /// A visit keeps the buffer that it was booked with, also under another hospital's policy or a
  /// later one, which is all that the rules know.
  private static Stream<Violation> byStoredBuffer(
      ProposedBooking proposed, List<Taken> taken, List<Violation> told) {
    List<UUID> known =
        told.stream()
            .flatMap(v -> v instanceof DoctorBusy busy ? Stream.of(busy.blocker().id()) : null)
            .toList();
    return taken.stream()
        .filter(each -> each.visit().doctorId().equals(proposed.doctor().id()))
        .filter(each -> each.occupied().overlaps(proposed.occupied()))
        .filter(each -> !known.contains(each.visit().id().value()))
        .map(each -> new DoctorBusy(each.visit().doctorId(), each.blocker()));
  }
}
