package io.daysheet.server.stream;

import io.daysheet.hospital.HospitalId;
import io.daysheet.patient.PatientId;
import io.daysheet.server.access.Caller;
import io.daysheet.server.audit.Audit;
import io.daysheet.server.audit.Deed;
import io.daysheet.server.audit.Who;
import io.daysheet.server.web.RequestRefused;
import io.daysheet.wire.AuditAction;
import io.daysheet.wire.AuditOutcome;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Tells the audit who follows which hospital, from when to when. What is pushed meanwhile has no
/// entries of its own: the write that it tells of has one, at the same hospital, in that time.
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
