package io.daysheet.server.plan;

import io.daysheet.hospital.Doctor;
import io.daysheet.hospital.Hospital;
import io.daysheet.identity.Right;
import io.daysheet.rule.Publishing.Outcome;
import io.daysheet.rule.Violation;
import io.daysheet.schedule.WeeklyPlan;
import io.daysheet.schedule.WeeklyPlanId;
import io.daysheet.server.access.Caller;
import io.daysheet.server.access.Sight;
import io.daysheet.server.audit.Audit;
import io.daysheet.server.audit.Deed;
import io.daysheet.server.audit.Who;
import io.daysheet.server.doctor.Doctors;
import io.daysheet.server.hospital.Hospitals;
import io.daysheet.server.idempotency.FirstAnswers;
import io.daysheet.server.idempotency.Locks;
import io.daysheet.server.idempotency.StoredAnswer;
import io.daysheet.server.web.Answers;
import io.daysheet.server.web.IdempotencyKey;
import io.daysheet.server.web.IfMatch;
import io.daysheet.server.web.Problems;
import io.daysheet.server.web.RequestRefused;
import io.daysheet.wire.AuditAction;
import io.daysheet.wire.InZone;
import io.daysheet.wire.PublishedPlan;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// What all writes of a plan that is there share: found, theirs, under the doctor's lock and of the
/// version that was seen; once per key; with an entry in the audit.
@Component
class PlanFrame {

  static final String PLACE = "/api/v1/weekly-plans/";

  private final PlanRows rows;
  private final Hospitals hospitals;
  private final Doctors doctors;
  private final FirstAnswers answers;
  private final Audit audit;
  private final JsonMapper json;

  PlanFrame(
      PlanRows rows,
      Hospitals hospitals,
      Doctors doctors,
      FirstAnswers answers,
      Audit audit,
      JsonMapper json) {
    this.rows = rows;
    this.hospitals = hospitals;
    this.doctors = doctors;
    this.answers = answers;
    this.audit = audit;
    this.json = json;
  }

  /// Carries one write out, or gives its first answer again.
  ///
  /// @throws RequestRefused if there is no such plan, it is not theirs, or another version by now
  StoredAnswer write(
      WeeklyPlanId id,
      IfMatch seen,
      Caller caller,
      IdempotencyKey key,
      byte[] hash,
      AuditAction action,
      Function<WeeklyPlan, StoredAnswer> deed) {
    return answers.unlessRefused(
        key,
        hash,
        () -> {
          Sight sight = caller.sight(Right.ARRANGE_TIME);
          WeeklyPlan known = rows.find(id).orElseThrow(sight::missing);
          sight.require(sight.sees(known.hospitalId(), known.doctorId()));
          return answers.once(
              key,
              Locks.of(known.doctorId()),
              hash,
              () -> {
                WeeklyPlan plan = rows.find(id).orElseThrow(sight::missing);
                if (plan.version() != seen.version()) {
                  throw new RequestRefused(Problems.stale(seen.version(), plan.version(), plan));
                }
                audit.write(
                    Who.of(caller), Deed.done(action, id.value(), plan.hospitalId(), List.of()));
                return deed.apply(plan);
              },
              _ -> repeated(action, id, caller));
        },
        _ -> repeated(action, id, caller));
  }

  private void repeated(AuditAction action, WeeklyPlanId id, Caller caller) {
    audit.write(Who.of(caller), Deed.repeated(action, id.value(), null, List.of()));
  }

  /// As it is now, not as this node remembers it.
  Hospital hospital(WeeklyPlan plan) {
    return hospitals.present(plan.hospitalId()).orElseThrow();
  }

  Doctor doctor(WeeklyPlan plan) {
    return doctors.present(plan.doctorId()).orElseThrow();
  }

  /// Refuses it with all violations, if there are any.
  static void refuse(List<Violation> violations, Hospital hospital) {
    if (!violations.isEmpty()) {
      throw new RequestRefused(Problems.refused(violations), hospital.timeZone());
    }
  }

  /// @param location where it is to be found, if it is a new one
  StoredAnswer answer(
      int status, WeeklyPlan plan, Outcome outcome, Hospital hospital, @Nullable String location) {
    return new StoredAnswer(
        status,
        json.writeValueAsString(new InZone<>(hospital.timeZone(), PublishedPlan.of(plan, outcome))),
        Answers.eTag(plan.version()),
        location);
  }

  /// With what stays of a plan that is gone, if anything does.
  StoredAnswer gone(Outcome outcome, WeeklyPlan plan, Hospital hospital) {
    return outcome.kept().isEmpty()
        ? new StoredAnswer(204, null, null, null)
        : new StoredAnswer(
            200,
            json.writeValueAsString(
                new InZone<>(hospital.timeZone(), PublishedPlan.of(plan, outcome))),
            null,
            null);
  }
}
