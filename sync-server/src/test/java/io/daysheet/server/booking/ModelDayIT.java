package io.daysheet.server.booking;

import static org.assertj.core.api.Assertions.assertThat;

import io.daysheet.schedule.AppointmentStatus;
import io.daysheet.schedule.AppointmentStep;
import io.daysheet.server.Proof;
import io.daysheet.server.ServerTest;
import io.daysheet.server.SettableClock;
import io.daysheet.server.booking.ModelDay.Resolved;
import io.daysheet.server.booking.ModelDay.Visit;
import io.daysheet.server.booking.ModelHolds.Held;
import io.daysheet.server.booking.ModelTime.Away;
import io.daysheet.server.booking.ModelTime.Hours;
import io.daysheet.server.booking.ModelTime.Open;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.annotation.Import;

/// Whatever desks do in whichever order, the server answers and keeps what the notebook does.
@ServerTest
@Import(SettableClock.Configuration.class)
class ModelDayIT extends ModelRota {

  private static final int COMMANDS = 250;

  private Random random = new Random(0);

  static LongStream seeds() {
    return LongStream.rangeClosed(2, Proof.length(3, 51));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void theServersDayIsTheNotebooks(long seed) {
    random = new Random(seed);
    for (int i = 0; i < COMMANDS; i++) {
      if (random.nextInt(16) == 0) {
        pass(random.nextInt(50));
      }
      oneCommand();
      Unbroken.check(hospital);
      if (i % 5 == 4) {
        assertThat(day.onTheServer()).as("%s", done).isEqualTo(day.inTheModel());
      }
    }
    assertThat(model.visits())
        .extracting(Visit::status)
        .as("%s", done)
        .contains(AppointmentStatus.CANCELLED)
        .hasSizeGreaterThan(5);
  }

  /// Random commands of which all are refused alike would prove little.
  @AfterAll
  static void eachCommandWasCarriedOutAndRefused() {
    assertThat(REACHED)
        .contains("CANCEL 200", "CANCEL 409", "CHECK_IN 200", "CHECK_IN 409", "COMPLETE 200")
        .contains("COMPLETE 409", "CONFIRM 200", "CONFIRM 409", "MARK_NO_SHOW 200")
        .contains("MARK_NO_SHOW 409", "UNDO_CHECK_IN 200", "UNDO_CHECK_IN 409", "stale 412")
        .contains(
            "book 201", "book 409", "book 422", "move 200", "move 409", "move 422", "stay 200")
        .contains("hold 201", "hold 409", "hold 422", "renew 200", "renew 409", "release 204")
        .contains("open 201", "open 409", "open 422", "rearrange 200", "rearrange 204")
        .contains("rearrange 409", "rearrange 422", "leave 201", "leave 422")
        .contains("leave-otherwise 200", "come-back 204", "plan 200", "plan 422")
        .contains("date 200", "date 409", "date 422");
  }

  private void oneCommand() {
    int what = random.nextInt(24);
    if (what < 6 || model.visits().isEmpty()) {
      Place where = place();
      book(
          desk(),
          where.doctor(),
          random.nextInt(patients.size()),
          where.hour(),
          random.nextBoolean(),
          under());
    } else if (what < 14) {
      visit(what);
    } else if (what < 18) {
      hold(what);
    } else if (what < 21) {
      time(what);
    } else if (what == 21) {
      absence();
    } else {
      plan();
    }
  }

  private void visit(int what) {
    Visit visit = one(model.visits());
    if (what < 9) {
      Place where = random.nextInt(5) == 0 ? new Place(visit.doctor(), visit.hour()) : place();
      move(desk(), visit, where.doctor(), where.hour(), under());
    } else if (what == 9 && visit.version() > 1) {
      moveAsItWas(visit, hour());
    } else {
      AppointmentStep[] steps = AppointmentStep.values();
      take(visit, steps[random.nextInt(steps.length)]);
    }
  }

  private void hold(int what) {
    List<Held> holds = model.holds().all();
    if (what < 17 || holds.isEmpty()) {
      Place where = place();
      hold(desk(), where.doctor(), where.hour());
    } else if (random.nextBoolean()) {
      renew(one(random.nextBoolean() ? holds : model.holds().ever()));
    } else {
      release(one(holds));
    }
  }

  private void time(int what) {
    List<Open> open = model.time().open();
    if (what == 18 || open.isEmpty()) {
      open(doctor(), hours());
      return;
    }
    Open one = one(open);
    @Nullable Hours then = what == 19 || random.nextInt(3) > 0 ? hours() : null;
    List<Resolved> resolved = new ArrayList<>();
    for (Visit visit : model.visits()) {
      if (visit.doctor() == one.doctor()
          && visit.status().occupiesTime()
          && one.hours().holds(visit.hour())
          && (then == null || !then.holds(visit.hour()))
          && random.nextInt(5) > 0) {
        resolved.add(new Resolved(visit, random.nextInt(3) == 0 ? hour() : null));
      }
    }
    rearrange(one, then, resolved);
  }

  private void absence() {
    List<Away> away = model.time().away();
    if (away.isEmpty()) {
      int from = 8 + random.nextInt(10);
      leave(doctor(), new Hours(from, from + 1 + random.nextInt(2)));
    } else if (random.nextInt(4) == 0) {
      leave(one(away), hours());
    } else {
      comeBack(one(away));
    }
  }

  private void plan() {
    switch (random.nextInt(5)) {
      case 0, 1 -> replan(hours());
      case 2 -> changeDate(null);
      case 3 -> changeDate(hours());
      default -> resetDate();
    }
  }

  private int desk() {
    return random.nextInt(desks.size());
  }

  private int doctor() {
    return random.nextInt(doctors.size());
  }

  private record Place(int doctor, int hour) {}

  /// Mostly where the doctor is.
  private Place place() {
    List<Open> open = model.time().open();
    if (open.isEmpty() || random.nextInt(3) == 0) {
      return new Place(doctor(), hour());
    }
    Open one = one(open);
    Hours hours = one.hours();
    return new Place(one.doctor(), hours.from() + random.nextInt(hours.until() - hours.from()));
  }

  private int hour() {
    return 8 + random.nextInt(11);
  }

  /// Now and then longer than the hospital is open.
  private Hours hours() {
    int from = 8 + random.nextInt(10);
    return new Hours(from, from + 1 + random.nextInt(20 - from));
  }

  private @Nullable Held under() {
    List<Held> holds = random.nextBoolean() ? model.holds().all() : model.holds().ever();
    return holds.isEmpty() || random.nextInt(3) > 0 ? null : one(holds);
  }

  private <T> T one(List<T> among) {
    return among.get(random.nextInt(among.size()));
  }
}
