package io.daysheet.server.plan;

import io.daysheet.schedule.WeeklyPlan;
import io.daysheet.schedule.WeeklyPlanId;
import io.daysheet.server.database.Contention;
import io.daysheet.server.database.SqlTime;
import io.daysheet.server.idempotency.Locks;
import io.daysheet.server.web.FailureTrace;
import java.sql.Types;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Publishes each plan once a day, after its hospital's midnight, and when the hospital or the
/// doctor is another than it was published for: so the horizon rolls on, and what was in the way
/// and is gone makes room.
///
/// What is behind stands in the plan's row, so a server that was down at midnight misses nothing.
/// Each plan is a transaction of its own under its doctor's lock, in which it is asked again
/// whether it is behind: nobody waits for long, and several nodes at once do it once.
@Component
class DailyPublishing {

  private static final Logger log = LoggerFactory.getLogger(DailyPublishing.class);

  private static final String BEHIND =
      """
      select w.id
      from weekly_plan w
      join hospital h on h.id = w.hospital_id
      join doctor d on d.id = w.doctor_id
      where (w.valid_until is null or w.valid_until >= (:now at time zone h.time_zone)::date
          or exists (
            select from availability v where v.plan_id = w.id and upper(v.during) > :now))
        and (w.published_on is null or w.published_on < (:now at time zone h.time_zone)::date
          or w.published_hospital <> h.version or w.published_doctor <> d.version)
        and (:id::uuid is null or w.id = :id::uuid)
      order by w.id
      """;

  private final JdbcClient jdbc;
  private final PlanRows rows;
  private final Publisher publisher;
  private final TransactionTemplate transaction;
  private final InstantSource clock;
  private volatile boolean failing;

  DailyPublishing(
      JdbcClient jdbc,
      PlanRows rows,
      Publisher publisher,
      TransactionTemplate transaction,
      InstantSource clock) {
    this.jdbc = jdbc;
    this.rows = rows;
    this.publisher = publisher;
    this.transaction = transaction;
    this.clock = clock;
  }

  /// Whatever goes wrong, the next time comes; it is told once.
  @Scheduled(initialDelayString = "PT10S", fixedDelayString = "${daysheet.plans.every:PT1M}")
  void publish() {
    try {
      failing = publishAll() > 0;
    } catch (RuntimeException unreadable) {
      tell("Weekly plans can't be read: {}", unreadable);
      failing = true;
    }
  }

  private void tell(String what, RuntimeException failure) {
    if (!failing) {
      log.error(what, FailureTrace.of(failure));
    }
  }

  /// Answers how many could not be published: they are in nobody else's way.
  int publishAll() {
    int failed = 0;
    for (UUID id : behind(null)) {
      try {
        publish(new WeeklyPlanId(id));
      } catch (RuntimeException unpublished) {
        failed++;
        tell("A weekly plan can't be published: {}", unpublished);
      }
    }
    return failed;
  }

  private void publish(WeeklyPlanId id) {
    rows.find(id)
        .ifPresent(known ->
            Contention.retry(() -> {
              transaction.executeWithoutResult(_ -> publishUnderLock(known));
              return true;
            }));
  }

  private void publishUnderLock(WeeklyPlan known) {
    Locks.of(known.doctorId()).take(jdbc, null);
    if (!behind(known.id().value()).isEmpty()) {
      rows.find(known.id()).ifPresent(plan -> publisher.publish(plan, null));
    }
  }

  private List<UUID> behind(@Nullable UUID only) {
    return jdbc.sql(BEHIND)
        .param("now", SqlTime.of(clock.instant()))
        .param("id", only, Types.OTHER)
        .query(UUID.class)
        .list();
  }
}
