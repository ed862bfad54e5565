package io.daysheet.desktop.day;

import io.daysheet.desktop.board.BoardAppointment;
import io.daysheet.desktop.board.BoardAvailability;
import io.daysheet.desktop.board.BoardDay;
import io.daysheet.desktop.board.BoardHold;
import io.daysheet.desktop.board.BoardListener;
import io.daysheet.desktop.board.BoardNews;
import io.daysheet.desktop.board.Origin;
import io.daysheet.desktop.board.Refusal;
import io.daysheet.desktop.board.WriteState;
import io.daysheet.desktop.day.Block.Writing;
import io.daysheet.desktop.fx.Messages;
import io.daysheet.hospital.DoctorId;
import io.daysheet.schedule.Appointment;
import io.daysheet.schedule.Availability;
import io.daysheet.schedule.DaySchedule;
import io.daysheet.schedule.StreamPosition;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executor;

/// Puts the board's news on the screen, one for one.
///
/// It hears them on the board's executor and goes through the one door to the FX thread, in order.
/// Free slots it counts itself: past ones are none, and the moment moves on between two news.
public final class BoardOnScreen implements BoardListener {
  private final DayViewModel day;
  private final Executor fxThread;
  private final Messages messages = Messages.beside(BoardOnScreen.class);

  public BoardOnScreen(DayViewModel day, Executor fxThread) {
    this.day = day;
    this.fxThread = fxThread;
  }

  @Override
  public void heard(BoardNews news) {
    fxThread.execute(() -> show(news));
  }

  private void show(BoardNews news) {
    DayContents contents = day.contents();
    switch (news) {
      case BoardNews.Loaded(BoardDay loaded) -> load(loaded);
      case BoardNews.AvailabilityShown shown -> {
        contents.put(shown.availability().availability(), writing(shown.availability().state()));
        if (shown.replaces() != null && !shown.replaces().equals(shown.availability().id())) {
          contents.remove(shown.replaces());
        }
        tell(shown.availability(), shown.origin());
      }
      case BoardNews.AvailabilityGone gone -> contents.remove(gone.id());
      case BoardNews.AppointmentShown shown -> {
        if (shown.replaces() != null && !shown.replaces().equals(shown.appointment().id())) {
          contents.remove(shown.replaces());
        }
        put(shown);
        tell(shown.appointment(), shown.origin());
      }
      case BoardNews.AppointmentGone gone -> {
        contents.visit(gone.id()).ifPresent(visit -> tell(visit.appointment(), gone.origin()));
        contents.remove(gone.id());
      }
      case BoardNews.HoldShown(BoardHold held, var _) -> contents.put(held.hold(), held.own());
      case BoardNews.HoldGone(var id, var _) -> contents.release(id.value());
      case BoardNews.TimeOffShown(var timeOff, var _) -> contents.put(timeOff);
      case BoardNews.TimeOffGone(var id, var _) -> contents.remove(id);
      case BoardNews.ConnectionChanged changed ->
          day.connectionProperty().set(changed.connection());
      case BoardNews.PendingChanged(int writes) -> day.saving(writes);
      case BoardNews.FreeStartsChanged _ -> {
        // Follows from what was put on the board.
      }
      case BoardNews.WriteRefused _ -> {
        // The form or the notice that asked for the write says it, in the words of the rules.
      }
      case BoardNews.LoadRefused(Refusal refusal) ->
          day.notify(
              new Notice(
                  messages.get("load.refused"),
                  messages.get("load.refused.text"),
                  refusal.code(),
                  List.of()));
    }
  }

  private void put(BoardNews.AppointmentShown shown) {
    Appointment visit = shown.appointment().appointment();
    Writing writing = writing(shown.appointment().state());
    if (shown.origin().isRemote()) {
      day.contents().putFrom(who(shown.origin()), visit, writing);
    } else {
      day.contents().put(visit, writing);
    }
  }

  private void load(BoardDay loaded) {
    day.show(
        new DaySchedule(
            loaded.hospital(),
            loaded.date(),
            loaded.opens(),
            loaded.closes(),
            new StreamPosition("", 0),
            loaded.doctors(),
            loaded.availabilities().stream().map(BoardAvailability::availability).toList(),
            loaded.appointments().stream().map(BoardAppointment::appointment).toList(),
            loaded.holds().stream().map(BoardHold::hold).toList(),
            loaded.timeOff(),
            loaded.rooms()));
    loaded.holds().stream()
        .filter(BoardHold::own)
        .forEach(held -> day.contents().put(held.hold(), true));
    for (BoardAvailability availability : loaded.availabilities()) {
      if (availability.state().isPending()) {
        day.contents().put(availability.availability(), writing(availability.state()));
      }
    }
    for (BoardAppointment appointment : loaded.appointments()) {
      if (appointment.state().isPending()) {
        day.contents().put(appointment.appointment(), writing(appointment.state()));
      }
    }
  }

  private static Writing writing(WriteState state) {
    return state.isPending() ? Writing.SAVING : Writing.SETTLED;
  }

  /// What another desk did, without a patient's name: the bar is read from behind the desk.
  private void tell(BoardAppointment shown, Origin origin) {
    if (origin.isRemote()) {
      Appointment visit = shown.appointment();
      String key = visit.version() <= 1 ? "news.booked" : "news.changed";
      tell(key, visit, origin);
    }
  }

  private void tell(Appointment gone, Origin origin) {
    if (origin.isRemote()) {
      tell("news.cancelled", gone, origin);
    }
  }

  private void tell(String key, Appointment visit, Origin origin) {
    HospitalClock clock = clock();
    String text =
        messages.get(key, who(origin), clock.time(visit.start()), doctor(visit.doctorId()));
    day.tell(clock.seconds(origin.at()) + " · " + text);
  }

  private void tell(BoardAvailability shown, Origin origin) {
    if (origin.isRemote()) {
      Availability made = shown.availability();
      HospitalClock clock = clock();
      String text =
          messages.get(
              "news.availability",
              who(origin),
              clock.range(made.start(), made.end()),
              doctor(made.doctorId()));
      day.tell(clock.seconds(origin.at()) + " · " + text);
    }
  }

  private String who(Origin origin) {
    return Objects.requireNonNullElse(origin.by(), messages.get("news.somebody"));
  }

  private HospitalClock clock() {
    ZoneId zone = day.hospitalProperty().get().timeZone();
    return new HospitalClock(zone);
  }

  private String doctor(DoctorId id) {
    return day.filter().doctors().stream()
        .filter(doctor -> doctor.id().equals(id))
        .map(doctor -> DoctorName.shortest(doctor.name()))
        .findFirst()
        .orElse("");
  }
}
