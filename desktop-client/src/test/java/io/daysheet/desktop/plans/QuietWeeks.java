package io.daysheet.desktop.plans;

import io.daysheet.desktop.board.Clinic;
import io.daysheet.desktop.board.Timers;
import io.daysheet.desktop.remote.CommandKey;
import io.daysheet.desktop.remote.Outcome;
import io.daysheet.desktop.remote.Outcome.Cause;
import io.daysheet.desktop.remote.Request;
import io.daysheet.desktop.remote.WeekServer;
import io.daysheet.hospital.Doctor;
import io.daysheet.hospital.DoctorId;
import io.daysheet.hospital.Hospital;
import io.daysheet.hospital.HospitalId;
import io.daysheet.rule.Publishing.LeftOut;
import io.daysheet.schedule.Appointment;
import io.daysheet.schedule.TimeOff;
import io.daysheet.schedule.TimeOffId;
import io.daysheet.schedule.WeeklyPlan;
import io.daysheet.schedule.WeeklyPlanId;
import io.daysheet.time.MinuteOfDay;
import io.daysheet.wire.ChangePlanDate;
import io.daysheet.wire.KeepTimeOff;
import io.daysheet.wire.KeepWeeklyPlan;
import io.daysheet.wire.PlanHorizon;
import io.daysheet.wire.PlanPreview;
import io.daysheet.wire.PublishedPlan;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A server of doctors' weeks; it answers writes when the test says so.
final class QuietWeeks implements WeekServer {

  /// A Thursday, 10:30 at the clinic.
  static final Instant NOW = Instant.parse("2026-03-19T09:30:00Z");

  static final LocalDate MONDAY = LocalDate.of(2026, 3, 16);
  static final LocalDate UNTIL = LocalDate.of(2026, 9, 17);

  /// Nobody waits.
  static final Timers AT_ONCE =
      (_, task) -> {
        task.run();
        return () -> {};
      };

  List<Hospital> hospitals = List.of(Clinic.HOSPITAL);
  List<WeeklyPlan> plans = List.of();
  List<TimeOff> away = List.of();
  List<Appointment> needing = List.of();
  boolean answers = true;

  /// What is told of whatever is asked about.
  PlanPreview preview = new PlanPreview(24, 0, 0, UNTIL, List.of(), List.of());

  /// What was asked about, and from which date on.
  final List<KeepWeeklyPlan> previewed = new ArrayList<>();

  final List<@Nullable LocalDate> previewedFrom = new ArrayList<>();
  final List<WeeklyPlan> removals = new ArrayList<>();

  /// What was asked to be written, as a line each.
  final List<String> asked = new ArrayList<>();

  final List<Object> commands = new ArrayList<>();
  final List<CommandKey> keys = new ArrayList<>();
  private Consumer<Outcome<PublishedPlan>> plan = _ -> {};
  private Consumer<Outcome<TimeOff>> off = _ -> {};

  static WeeklyPlan plan(int number, DayOfWeek day, String start, String end) {
    return new WeeklyPlan(
        new WeeklyPlanId(new UUID(7, number)),
        Clinic.ID,
        Clinic.HADDAD.id(),
        day,
        MinuteOfDay.parse(start),
        MinuteOfDay.parse(end),
        LocalDate.of(2026, 1, 5),
        null,
        List.of(),
        1);
  }

  static TimeOff off(int number, LocalDate first, LocalDate last, TimeOff.Reason reason) {
    return new TimeOff(
        new TimeOffId(new UUID(8, number)),
        Clinic.HADDAD.id(),
        first.atStartOfDay(Clinic.ZONE).toInstant(),
        last.plusDays(1).atStartOfDay(Clinic.ZONE).toInstant(),
        reason,
        1);
  }

  /// The last write of a plan was done.
  void done(WeeklyPlan now, int opened, LeftOut... leftOut) {
    plan.accept(
        new Outcome.Done<>(
            new PublishedPlan(now, opened, 0, 0, UNTIL, List.of(), List.of(leftOut))));
  }

  void answer(Outcome<PublishedPlan> outcome) {
    plan.accept(outcome);
  }

  /// The last write of an absence was done.
  void done(TimeOff now) {
    off.accept(new Outcome.Done<>(now));
  }

  private <T> Request tell(T what, Consumer<Outcome<T>> then) {
    then.accept(answers ? new Outcome.Done<>(what) : new Outcome.Unknown<>(Cause.NO_ANSWER));
    return () -> {};
  }

  @Override
  public Request hospitals(Consumer<Outcome<List<Hospital>>> then) {
    return tell(hospitals, then);
  }

  @Override
  public Request doctors(HospitalId hospital, Consumer<Outcome<List<Doctor>>> then) {
    return tell(Clinic.DOCTORS, then);
  }

  @Override
  public Request plans(DoctorId doctor, Consumer<Outcome<List<WeeklyPlan>>> then) {
    return tell(plans.stream().filter(each -> each.doctorId().equals(doctor)).toList(), then);
  }

  @Override
  public Request timeOff(DoctorId doctor, Consumer<Outcome<List<TimeOff>>> then) {
    return tell(away.stream().filter(each -> each.doctorId().equals(doctor)).toList(), then);
  }

  @Override
  public Request needingAttention(HospitalId hospital, Consumer<Outcome<List<Appointment>>> then) {
    return tell(needing, then);
  }

  @Override
  public Request horizon(HospitalId hospital, Consumer<Outcome<PlanHorizon>> then) {
    return tell(new PlanHorizon(UNTIL), then);
  }

  @Override
  public Request preview(
      KeepWeeklyPlan command, @Nullable LocalDate from, Consumer<Outcome<PlanPreview>> then) {
    previewed.add(command);
    previewedFrom.add(from);
    return tell(preview, then);
  }

  @Override
  public Request removal(WeeklyPlan plan, Consumer<Outcome<PlanPreview>> then) {
    removals.add(plan);
    return tell(preview, then);
  }

  @Override
  public Request make(
      KeepWeeklyPlan command, CommandKey key, Consumer<Outcome<PublishedPlan>> then) {
    return writePlan("make", command, key, then);
  }

  @Override
  public Request change(
      WeeklyPlan before,
      @Nullable LocalDate from,
      KeepWeeklyPlan command,
      CommandKey key,
      Consumer<Outcome<PublishedPlan>> then) {
    return writePlan(from == null ? "change all" : "change from " + from, command, key, then);
  }

  @Override
  public Request remove(WeeklyPlan before, CommandKey key, Consumer<Outcome<PublishedPlan>> then) {
    return writePlan("remove version " + before.version(), before, key, then);
  }

  @Override
  public Request changeDate(
      WeeklyPlan before,
      LocalDate date,
      ChangePlanDate command,
      CommandKey key,
      Consumer<Outcome<PublishedPlan>> then) {
    return writePlan("change " + date, command, key, then);
  }

  @Override
  public Request resetDate(
      WeeklyPlan before, LocalDate date, CommandKey key, Consumer<Outcome<PublishedPlan>> then) {
    return writePlan("reset " + date, before, key, then);
  }

  private Request writePlan(
      String what, Object command, CommandKey key, Consumer<Outcome<PublishedPlan>> then) {
    asked.add(what);
    commands.add(command);
    keys.add(key);
    plan = then;
    return () -> {};
  }

  @Override
  public Request take(KeepTimeOff command, CommandKey key, Consumer<Outcome<TimeOff>> then) {
    return writeOff("take", command, key, then);
  }

  @Override
  public Request change(
      TimeOff before, KeepTimeOff command, CommandKey key, Consumer<Outcome<TimeOff>> then) {
    return writeOff("change off", command, key, then);
  }

  @Override
  public Request remove(TimeOff before, CommandKey key, Consumer<Outcome<TimeOff>> then) {
    return writeOff("remove off", before, key, then);
  }

  private Request writeOff(
      String what, Object command, CommandKey key, Consumer<Outcome<TimeOff>> then) {
    asked.add(what);
    commands.add(command);
    keys.add(key);
    off = then;
    return () -> {};
  }
}
