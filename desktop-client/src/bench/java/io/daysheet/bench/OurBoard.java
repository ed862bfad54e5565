package io.daysheet.bench;

import io.daysheet.desktop.board.BoardAppointment;
import io.daysheet.desktop.board.BoardNews;
import io.daysheet.desktop.board.Connection;
import io.daysheet.desktop.board.Origin;
import io.daysheet.desktop.board.WriteState;
import io.daysheet.desktop.day.BoardOnScreen;
import io.daysheet.desktop.day.DayBoard;
import io.daysheet.desktop.day.DayViewModel;
import io.daysheet.schedule.Appointment;
import io.daysheet.schedule.DaySchedule;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Parent;

/// The desk's own board, fed as the replica feeds it.
final class OurBoard implements ShownBoard {

  private final DayBoard board;
  private final BoardOnScreen screen;
  private final List<Appointment> visits;
  private final Instant moment;

  OurBoard(FullDay day) {
    DaySchedule schedule = day.schedule();
    moment = day.opens().minusSeconds(3600);
    visits = new ArrayList<>(schedule.appointments());
    var model = new DayViewModel(InstantSource.fixed(moment));
    board = new DayBoard(model);
    screen = new BoardOnScreen(model, Runnable::run);
    model.hospitals().setAll(schedule.hospital());
    model.hospitalProperty().set(schedule.hospital());
    model.dateProperty().set(schedule.date());
    model.connectionProperty().set(new Connection.Live(Duration.ZERO));
    model.show(schedule);
  }

  @Override
  public Parent root() {
    return board;
  }

  @Override
  public void change(int number) {
    Appointment changed = FullDay.next(visits.get(number));
    visits.set(number, changed);
    hear(new BoardNews.AppointmentShown(saved(changed), null, another()));
  }

  @Override
  public void remove(int number) {
    hear(new BoardNews.AppointmentGone(visits.get(number).id(), another()));
  }

  @Override
  public void add(int number) {
    hear(new BoardNews.AppointmentShown(saved(visits.get(number)), null, another()));
  }

  private void hear(BoardNews news) {
    screen.heard(news);
  }

  private Origin another() {
    return new Origin("Desk 2", moment, Origin.Kind.REMOTE);
  }

  private static BoardAppointment saved(Appointment visit) {
    return new BoardAppointment(visit, WriteState.SAVED);
  }
}
