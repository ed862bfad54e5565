package io.daysheet.desktop.booking;

import io.daysheet.desktop.form.WallTimes;
import io.daysheet.desktop.fx.Messages;
import io.daysheet.desktop.remote.Outcome;
import io.daysheet.desktop.remote.Request;
import io.daysheet.desktop.remote.ScheduleServer;
import io.daysheet.hospital.DoctorId;
import io.daysheet.schedule.Appointment;
import io.daysheet.schedule.AppointmentEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// Who did what to a visit and when, newest first. It is asked for anew with each new version.
final class VisitHistoryViewModel {

  /// What is known of it.
  public sealed interface Shown {

    record Asking() implements Shown {}

    record Known(List<Line> lines) implements Shown {}

    /// There was no answer, or none for whoever asked.
    record Unknown() implements Shown {}
  }

  /// One thing that was done.
  ///
  /// @param detail when, by whom, and why
  public record Line(String what, String detail) {}

  private final ScheduleServer server;
  private final Messages messages;
  private final WallTimes times;
  private final Function<DoctorId, String> doctors;
  private final ReadOnlyObjectWrapper<Shown> shown =
      new ReadOnlyObjectWrapper<>(new Shown.Asking());
  private @Nullable Request asking;
  private int version;

  VisitHistoryViewModel(
      ScheduleServer server,
      Messages messages,
      WallTimes times,
      Function<DoctorId, String> doctors) {
    this.server = server;
    this.messages = messages;
    this.times = times;
    this.doctors = doctors;
  }

  ReadOnlyObjectProperty<Shown> shownProperty() {
    return shown.getReadOnlyProperty();
  }

  /// One that the server does not have yet has none.
  void of(Appointment visit) {
    if (visit.version() > version) {
      version = visit.version();
      cancel();
      asking = server.history(visit.id(), this::answered);
    }
  }

  private void answered(Outcome<List<AppointmentEvent>> outcome) {
    shown.set(
        outcome instanceof Outcome.Done<List<AppointmentEvent>>(var events)
            ? new Shown.Known(lines(events))
            : new Shown.Unknown());
  }

  private List<Line> lines(List<AppointmentEvent> events) {
    List<Line> lines = new ArrayList<>();
    @Nullable AppointmentEvent before = null;
    for (AppointmentEvent event : events) {
      lines.addFirst(new Line(what(event, before), detail(event)));
      before = event;
    }
    return List.copyOf(lines);
  }

  private String what(AppointmentEvent event, @Nullable AppointmentEvent before) {
    String key = "history." + event.kind().word();
    if (event.kind() != AppointmentEvent.Kind.MOVED || before == null) {
      return messages.get(key);
    }
    String from = when(before);
    return before.doctorId().equals(event.doctorId())
        ? messages.get("history.moved.from", from)
        : messages.get("history.moved.from-doctor", from, doctors.apply(before.doctorId()));
  }

  private String when(AppointmentEvent event) {
    return WallTimes.day(times.date(event.start())) + " " + times.time(event.start());
  }

  private String detail(AppointmentEvent event) {
    String at = WallTimes.day(times.date(event.at())) + " " + times.time(event.at());
    String by = event.by() == null ? "" : " · " + event.by();
    String why = event.reason() == null ? "" : " · " + event.reason();
    return at + by + why;
  }

  void cancel() {
    if (asking != null) {
      asking.cancel();
      asking = null;
    }
  }
}
