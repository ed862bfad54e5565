package io.daysheet.server.availability;

import io.daysheet.hospital.Doctor;
import io.daysheet.hospital.Hospital;
import io.daysheet.identity.Right;
import io.daysheet.rule.AvailabilityRules;
import io.daysheet.rule.Blocker;
import io.daysheet.rule.ProposedAvailability;
import io.daysheet.rule.Violation;
import io.daysheet.rule.Violation.AvailabilityInUse;
import io.daysheet.rule.Violation.Blocked;
import io.daysheet.rule.Violation.Expected;
import io.daysheet.rule.Violation.InvalidValue;
import io.daysheet.schedule.Availability;
import io.daysheet.server.access.Caller;
import io.daysheet.server.access.Sight;
import io.daysheet.server.availability.AvailabilityRows.Stored;
import io.daysheet.server.database.AfterCommit;
import io.daysheet.server.doctor.Doctors;
import io.daysheet.server.hospital.Hospitals;
import io.daysheet.server.idempotency.CommandOutcome.Written;
import io.daysheet.server.stream.CommittedChanges;
import io.daysheet.server.web.ProblemKind;
import io.daysheet.server.web.Problems;
import io.daysheet.server.web.RequestRefused;
import io.daysheet.time.StatedTime;
import io.daysheet.time.TimeRange;
import io.daysheet.wire.Change.AvailabilityChanged;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Makes an availability longer or shorter, in place. It works in a transaction that holds the
/// doctor's lock, so what its rules were asked of stays true until the commit.
@Component
public class Changing {

  private final AvailabilityRows rows;
  private final Hospitals hospitals;
  private final Doctors doctors;
  private final CommittedChanges changes;
  private final InstantSource clock;

  Changing(
      AvailabilityRows rows,
      Hospitals hospitals,
      Doctors doctors,
      CommittedChanges changes,
      InstantSource clock) {
    this.rows = rows;
    this.hospitals = hospitals;
    this.doctors = doctors;
    this.changes = changes;
    this.clock = clock;
  }

  /// A change that the rules have nothing against.
  public record Proposed(Availability before, TimeRange during, Hospital hospital) {}

  /// Asks the rules.
  ///
  /// @param resolved the visits that are moved or cancelled with it: they are not in the way
  /// @throws RequestRefused with every violation, and all visits that would stand outside
  public Proposed propose(
      Availability before,
      OffsetDateTime start,
      OffsetDateTime end,
      Set<UUID> resolved,
      Caller caller) {
    if (Duration.between(start, end).compareTo(Opening.LONGEST) > 0) {
      throw new RequestRefused(
          Problems.refused(List.of(new InvalidValue("end", Expected.TIME_WITH_OFFSET))));
    }
    Hospital hospital = hospitals.present(before.hospitalId()).orElseThrow();
    Doctor doctor = doctors.present(before.doctorId()).orElseThrow();
    var wish =
        new ProposedAvailability(
            hospital,
            doctor,
            StatedTime.of(start, hospital.timeZone()),
            StatedTime.of(end, hospital.timeZone()));
    List<Stored> others =
        wish.start().isBefore(wish.end())
            ? rows.overlapping(doctor.id(), new TimeRange(wish.start(), wish.end())).stream()
                .filter(each -> !each.availability().id().equals(before.id()))
                .toList()
            : List.of();
    List<Violation> against =
        AvailabilityRules.checkChange(
                wish, before, others.stream().map(Stored::availability).toList(), clock.instant())
            .stream()
            .map(violation -> named(violation, others, caller.sightIfAny(Right.SEE_DAY)))
            .toList();
    if (!against.isEmpty()) {
      throw refused(
          Stream.concat(
                  against.stream(),
                  inUse(before, visit -> isOutside(visit, wish), resolved, caller))
              .toList(),
          hospital);
    }
    return new Proposed(before, new TimeRange(wish.start(), wish.end()), hospital);
  }

  private static boolean isOutside(Blocker visit, ProposedAvailability wish) {
    return wish.start().isBefore(wish.end())
        && (visit.start().isBefore(wish.start()) || visit.end().isAfter(wish.end()));
  }

  private static Violation named(Violation violation, List<Stored> others, Sight seen) {
    return violation instanceof Blocked blocked
        ? others.stream()
            .filter(each -> each.availability().id().value().equals(blocked.blocker().id()))
            .findFirst()
            .<Violation>map(each ->
                blocked.withBlocker(
                    seen.sees(each.availability())
                        ? blocked.blocker().by(each.by())
                        : blocked.blocker().anonymous()))
            .orElse(violation)
        : violation;
  }

  /// Takes what it grows by before anything is moved into it. Nobody sees that by itself.
  public void grow(Proposed change) {
    TimeRange now = change.before().during();
    TimeRange then = change.during();
    if (now.overlaps(then) || now.touches(then)) {
      rows.stretch(
          change.before().id(),
          new TimeRange(
              now.start().isBefore(then.start()) ? now.start() : then.start(),
              now.end().isAfter(then.end()) ? now.end() : then.end()));
    }
  }

  /// Writes it, as the last thing of the transaction.
  ///
  /// @throws RequestRefused if visits still stand outside: all of them are told
  public Availability write(Proposed change, Caller caller) {
    Instant now = clock.instant();
    Availability before = change.before();
    var after =
        new Availability(
            before.id(),
            before.hospitalId(),
            before.doctorId(),
            change.during().start(),
            change.during().end(),
            before.planId(),
            before.version() + 1);
    if (!(rows.change(after, caller, now) instanceof Written(long sequence))) {
      throw refused(
          leftOver(before, change.during(), Set.of(), caller).toList(), change.hospital());
    }
    AfterCommit.run(() ->
        changes.publish(
            after.hospitalId(),
            new AvailabilityChanged(sequence, now, caller.account().name(), after)));
    return after;
  }

  /// What stands outside and is not resolved, if anything does.
  ///
  /// @param during null: the availability goes
  public Stream<Violation> leftOver(
      Availability before, @Nullable TimeRange during, Set<UUID> resolved, Caller caller) {
    return inUse(
        before,
        visit -> during == null || !during.contains(new TimeRange(visit.start(), visit.end())),
        resolved,
        caller);
  }

  /// Of the visits that the caller may not see, only when they are.
  private Stream<Violation> inUse(
      Availability availability, Predicate<Blocker> isInTheWay, Set<UUID> resolved, Caller caller) {
    boolean seen = caller.sightIfAny(Right.SEE_VISITS).sees(availability);
    List<Blocker> visits =
        rows.inUseBy(availability.id(), clock.instant()).stream()
            .filter(visit -> isInTheWay.test(visit) && !resolved.contains(visit.id()))
            .map(visit -> seen ? visit : visit.anonymous())
            .toList();
    return visits.isEmpty()
        ? Stream.empty()
        : Stream.of(new AvailabilityInUse(availability.id().value(), visits));
  }

  private static RequestRefused refused(List<Violation> violations, Hospital hospital) {
    return new RequestRefused(
        violations.isEmpty() ? Problems.of(ProblemKind.UNAVAILABLE) : Problems.refused(violations),
        hospital.timeZone());
  }
}
