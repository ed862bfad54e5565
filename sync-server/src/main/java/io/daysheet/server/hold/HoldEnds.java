package io.daysheet.server.hold;

import io.daysheet.hospital.Hospital;
import io.daysheet.hospital.HospitalId;
import io.daysheet.rule.HoldRules;
import io.daysheet.rule.Violation.HoldExpired;
import io.daysheet.schedule.Hold;
import io.daysheet.schedule.HoldId;
import io.daysheet.server.access.Caller;
import io.daysheet.server.hospital.Hospitals;
import io.daysheet.server.stream.CommittedChanges;
import io.daysheet.server.web.ProblemKind;
import io.daysheet.server.web.Problems;
import io.daysheet.server.web.RequestRefused;
import io.daysheet.wire.Change.HoldPlaced;
import io.daysheet.wire.Change.HoldReleased;
import io.daysheet.wire.InZone;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.stereotype.Component;

/// How holds end: later, when they are renewed; now, when they are released; or by themselves.
@Component
class HoldEnds {

  private final HoldRows rows;
  private final Hospitals hospitals;
  private final CommittedChanges changes;
  private final InstantSource clock;

  HoldEnds(HoldRows rows, Hospitals hospitals, CommittedChanges changes, InstantSource clock) {
    this.rows = rows;
    this.hospitals = hospitals;
    this.changes = changes;
    this.clock = clock;
  }

  /// Keeps it for as long again as the policy says.
  ///
  /// @throws RequestRefused if it is somebody else's, or over
  InZone<Hold> renew(HoldId id, Caller caller) {
    Instant now = now();
    HoldRows.Kept kept = own(id, caller).orElseThrow(() -> expired(id));
    Hospital hospital = hospitals.find(kept.hold().hospitalId()).orElseThrow();
    Hold longer = until(kept, hospital, now);
    if (longer.isOver(now)) {
      throw expired(id);
    }
    OptionalLong sequence = rows.renew(longer, kept.account(), now);
    changes.publish(
        longer.hospitalId(),
        new HoldPlaced(sequence.orElseThrow(() -> expired(id)), now, HoldRows.by(longer), longer));
    return new InZone<>(hospital.timeZone(), longer);
  }

  private static Hold until(HoldRows.Kept kept, Hospital hospital, Instant now) {
    Hold hold = kept.hold();
    return new Hold(
        hold.id(),
        hold.hospitalId(),
        hold.doctorId(),
        hold.start(),
        hold.end(),
        HoldRules.until(hospital.policy(), hold.start(), kept.placed(), now),
        hold.holder());
  }

  /// Gives the slot back. Of one that is gone already nothing is left to be done.
  ///
  /// @throws RequestRefused if it is somebody else's
  void release(HoldId id, Caller caller) {
    Instant now = now();
    own(id, caller)
        .ifPresent(kept ->
            rows.release(kept.hold(), kept.account(), now)
                .ifPresent(sequence -> tell(kept.hold(), sequence, now)));
  }

  private Optional<HoldRows.Kept> own(HoldId id, Caller caller) {
    Optional<HoldRows.Kept> found = rows.find(id);
    if (found.filter(kept -> !kept.account().equals(caller.account().id())).isPresent()) {
      throw RequestRefused.of(ProblemKind.FORBIDDEN);
    }
    return found;
  }

  /// Removes those that are over, wherever they are, and tells every desk.
  void expire() {
    Instant now = now();
    for (HospitalId hospital : rows.withExpired(now)) {
      rows.expire(hospital, now).forEach(each -> tell(each.hold(), each.sequence(), now));
    }
  }

  private void tell(Hold last, long sequence, Instant now) {
    changes.publish(
        last.hospitalId(), new HoldReleased(sequence, now, HoldRows.by(last), ended(last, now)));
  }

  /// As it is told of when it is read later, too.
  private static Hold ended(Hold hold, Instant now) {
    return new Hold(
        hold.id(), hold.hospitalId(), hold.doctorId(), hold.start(), hold.end(), now, "");
  }

  /// As the database keeps it.
  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  private static RequestRefused expired(HoldId id) {
    return new RequestRefused(Problems.refused(List.of(new HoldExpired(id))));
  }
}
