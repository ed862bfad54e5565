package io.daysheet.desktop.board;

import io.daysheet.schedule.Appointment;
import io.daysheet.schedule.Availability;
import io.daysheet.schedule.DaySchedule;
import java.time.Duration;
import java.util.List;
import java.util.Random;

/// A desk without a screen at 08:00 of the clinic's date, which is loaded: what a form works on.
public final class QuietDesk {

  public final World world = new World(Clinic.at(8), new Random(1));
  public final QuietHospital server;
  public final Board board = new Board("Desk 1");
  public final BoardFeed feed;
  public final Writes writes;

  public QuietDesk(List<Availability> availabilities, List<Appointment> appointments) {
    this(Clinic.day(5, availabilities, appointments));
  }

  public QuietDesk(DaySchedule day) {
    server = new QuietHospital(world, day);
    feed = new BoardFeed(board, server, server, world, world, new Random(1));
    writes = new Writes(board, feed, server, world, world, new Random(1));
    feed.show(Clinic.ID, Clinic.DATE);
    world.run(Duration.ofMillis(1));
  }
}
