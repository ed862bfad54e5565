package io.daysheet.desktop.remote;

import io.daysheet.hospital.Doctor;
import io.daysheet.hospital.DoctorId;
import io.daysheet.hospital.Hospital;
import io.daysheet.hospital.HospitalId;
import io.daysheet.schedule.Appointment;
import io.daysheet.schedule.TimeOff;
import io.daysheet.schedule.WeeklyPlan;
import io.daysheet.wire.ChangePlanDate;
import io.daysheet.wire.KeepTimeOff;
import io.daysheet.wire.KeepWeeklyPlan;
import io.daysheet.wire.PlanHorizon;
import io.daysheet.wire.PlanPreview;
import io.daysheet.wire.PublishedPlan;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// What somebody asks of the server who arranges the doctors' weeks and their time off.
public interface WeekServer {

  Request hospitals(Consumer<Outcome<List<Hospital>>> then);

  Request doctors(HospitalId hospital, Consumer<Outcome<List<Doctor>>> then);

  /// Everything that is planned of a doctor's weeks, at whichever hospitals.
  Request plans(DoctorId doctor, Consumer<Outcome<List<WeeklyPlan>>> then);

  /// Everything that is entered of a doctor's absences, soonest first.
  Request timeOff(DoctorId doctor, Consumer<Outcome<List<TimeOff>>> then);

  /// The visits of a hospital that need attention, soonest first.
  Request needingAttention(HospitalId hospital, Consumer<Outcome<List<Appointment>>> then);

  /// How far ahead plans are published at a hospital.
  Request horizon(HospitalId hospital, Consumer<Outcome<PlanHorizon>> then);

  /// What a plan would come to that is made, or with its id changed; nothing is done.
  ///
  /// @param from only this date and those that follow; null: all that have not begun
  Request preview(
      KeepWeeklyPlan command, @Nullable LocalDate from, Consumer<Outcome<PlanPreview>> then);

  /// What removing a plan would come to; nothing is done.
  Request removal(WeeklyPlan plan, Consumer<Outcome<PlanPreview>> then);

  Request make(KeepWeeklyPlan command, CommandKey key, Consumer<Outcome<PublishedPlan>> then);

  /// Changes the version that is given.
  ///
  /// @param from only this date and those that follow; null: all that have not begun
  Request change(
      WeeklyPlan before,
      @Nullable LocalDate from,
      KeepWeeklyPlan command,
      CommandKey key,
      Consumer<Outcome<PublishedPlan>> then);

  /// Removes the version that is given.
  Request remove(WeeklyPlan before, CommandKey key, Consumer<Outcome<PublishedPlan>> then);

  /// Makes one date otherwise.
  Request changeDate(
      WeeklyPlan before,
      LocalDate date,
      ChangePlanDate command,
      CommandKey key,
      Consumer<Outcome<PublishedPlan>> then);

  /// Makes one date again as the others are.
  Request resetDate(
      WeeklyPlan before, LocalDate date, CommandKey key, Consumer<Outcome<PublishedPlan>> then);

  Request take(KeepTimeOff command, CommandKey key, Consumer<Outcome<TimeOff>> then);

  /// Changes the version that is given.
  Request change(
      TimeOff before, KeepTimeOff command, CommandKey key, Consumer<Outcome<TimeOff>> then);

  /// Removes the version that is given; its answer repeats it.
  Request remove(TimeOff before, CommandKey key, Consumer<Outcome<TimeOff>> then);
}
