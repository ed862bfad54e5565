package io.daysheet.server.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.daysheet.server.ServerTest;
import io.daysheet.server.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/// The job of each midnight, and what it meets.
@ServerTest
@Import(SettableClock.Configuration.class)
class DailyPublishingIT extends DoctorsWeek {

  @Autowired DailyPublishing daily;

  @Test
  void theHorizonRollsOnAtTheHospitalsOwnMidnight() {
    made(thursdays("09:00", "17:00"));
    clock.set(Instant.parse("2030-03-13T22:59:59Z"));
    daily.publishAll();
    assertThat(availabilities()).hasSize(26).endsWith("09-05 09:00-17:00");
    clock.set(Instant.parse("2030-03-13T23:00:00Z"));
    daily.publishAll();
    assertThat(availabilities()).hasSize(27).endsWith("09-12 09:00-17:00");
  }

  @Test
  void whatStaffTookBackOrChangedStaysSo() {
    String plan = made(thursdays("09:00", "17:00")).text("id");
    date(plan, 1, THURSDAY, Map.of("skip", true));
    jdbc.sql(
            """
            update availability set changed_by_hand = true, version = version + 1,
              during = '[2030-03-21T09:00+01, 2030-03-21T10:00+01)'
            where id = ?
            """)
        .param(published(plan, THURSDAY.plusWeeks(1)))
        .update();
    clock.set(SettableClock.TUESDAY.plus(Duration.ofDays(1)));
    daily.publishAll();
    assertThat(availabilities()).startsWith("03-21 09:00-10:00", "03-28 09:00-17:00");
  }

  @Test
  void aHospitalThatChangesIsPublishedForAnew() {
    jdbc.sql("update hospital set closures = ?::jsonb, version = version + 1 where id = ?")
        .params("[{\"date\": \"2030-03-14\", \"reason\": \"Moving house\"}]", hospital.id())
        .update();
    made(thursdays("09:00", "17:00"));
    assertThat(availabilities()).startsWith("03-21 09:00-17:00");
    jdbc.sql("update hospital set closures = '[]', version = version + 1 where id = ?")
        .param(hospital.id())
        .update();
    daily.publishAll();
    assertThat(availabilities()).startsWith("03-14 09:00-17:00");
  }

  @Test
  void oneThatIsInUseFollowsByItselfOnceItIsFreeAlsoOfAPlanThatHasEnded() {
    String plan = made(thursdays("09:00", "17:00")).text("id");
    String visit = booked("2030-03-28T09:00:00+01:00");
    Map<String, Object> ended = thursdays("09:00", "17:00");
    ended.put("validUntil", "2030-03-11");
    assertThat(because(changed(plan, 1, ended))).containsExactly("IN_USE");
    api.post("/appointments/" + visit + "/cancel", Map.of("reason", "ill"), "If-Match", "\"1\"");
    clock.set(SettableClock.TUESDAY.plus(Duration.ofDays(1)));
    daily.publishAll();
    assertThat(availabilities()).isEmpty();
  }

  @RepeatedTest(3)
  void severalNodesAtOncePublishOnce() throws Exception {
    made(thursdays("09:00", "17:00"));
    clock.set(SettableClock.TUESDAY.plus(Duration.ofDays(9)));
    var start = new CyclicBarrier(6);
    try (ExecutorService nodes = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Integer>> failures =
          IntStream.range(0, 6)
              .mapToObj(_ ->
                  nodes.submit(() -> {
                    start.await();
                    return daily.publishAll();
                  }))
              .toList();
      for (Future<Integer> each : failures) {
        assertThat(each.get()).isZero();
      }
    }
    assertThat(availabilities()).hasSize(28);
    assertThat(
            hospital.count("select max(sequence) from change where hospital_id = ?", hospital.id()))
        .isEqualTo(28);
  }
}
