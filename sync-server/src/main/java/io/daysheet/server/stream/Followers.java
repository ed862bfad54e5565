package io.daysheet.server.stream;

import io.daysheet.hospital.HospitalId;
import io.daysheet.identity.AccountId;
import io.daysheet.identity.Right;
import io.daysheet.patient.PatientId;
import io.daysheet.server.access.Caller;
import io.daysheet.server.audit.Audit;
import io.daysheet.server.audit.Deed;
import io.daysheet.server.audit.Who;
import io.daysheet.server.web.RequestRefused;
import io.daysheet.wire.AuditAction;
import io.daysheet.wire.AuditOutcome;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Tells the audit who follows which hospital, from when to when, and whose data they are sent
/// meanwhile.
@Component
class Followers {

  private static final Logger log = LoggerFactory.getLogger(Followers.class);

  private final Audit audit;

  Followers(Audit audit) {
    this.audit = audit;
  }

  /// Before anything is sent.
  ///
  /// @param missed whose data goes out at once
  /// @throws RequestRefused if it can't be written: nothing may be sent then
  void comes(Caller caller, HospitalId hospital, Set<PatientId> missed) {
    audit.write(Who.of(caller), Deed.done(AuditAction.CHANGES_FOLLOWED, null, hospital, missed));
  }

  /// What some are told of, and why they may be: null without an emergency.
  private record Told(Set<PatientId> patients, @Nullable String reason) {
    static Told of(Caller caller, List<Rendered> news) {
      Set<PatientId> patients = Rendered.patients(news, caller.sight(Right.SEE_DAY));
      return new Told(patients, Who.of(caller).about(patients).reason());
    }
  }

  /// Before anything of it is sent: one entry for all who are told of the same patients, which is
  /// one for nearly all news.
  ///
  /// @throws RequestRefused if it can't be written: nothing may be sent then
  void areTold(HospitalId hospital, List<Rendered> news, List<Follower> told) {
    Map<Told, Set<AccountId>> readers = new HashMap<>();
    for (Follower each : told) {
      each.caller()
          .filter(caller -> caller.may(Right.SEE_DAY))
          .ifPresent(caller ->
              readers
                  .computeIfAbsent(Told.of(caller, news), _ -> new HashSet<>())
                  .add(caller.account().id()));
    }
    readers.forEach((each, accounts) -> {
      if (!each.patients().isEmpty()) {
        audit.write(Who.server(each.reason()), Deed.sent(hospital, each.patients(), accounts));
      }
    });
  }

  /// They may not see that hospital.
  void isRefused(Caller caller, HospitalId hospital) {
    audit.write(
        Who.of(caller),
        Deed.notDone(AuditAction.CHANGES_FOLLOWED, AuditOutcome.FORBIDDEN, null, "forbidden")
            .about(hospital, Set.of()));
  }

  /// Nothing is sent any more. Where this can't be written, the follower counts as there until the
  /// server's next start.
  void goes(Caller caller, HospitalId hospital) {
    try {
      audit.write(Who.of(caller), Deed.done(AuditAction.CHANGES_LEFT, null, hospital, Set.of()));
    } catch (RequestRefused unavailable) {
      log.warn("The end of following a hospital is not in the audit");
    }
  }
}
