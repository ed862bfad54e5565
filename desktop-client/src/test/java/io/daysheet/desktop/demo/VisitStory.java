package io.daysheet.desktop.demo;

import io.daysheet.desktop.day.SlotChoice;
import io.daysheet.hospital.DoctorId;
import io.daysheet.schedule.Appointment;
import io.daysheet.schedule.AppointmentId;
import io.daysheet.schedule.AppointmentStatus;
import io.daysheet.schedule.TimeOff;
import io.daysheet.time.TimeRange;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.scene.Node;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;

/// What becomes of a visit of the story: it is moved, and back; its patient arrives. Another has to
/// go elsewhere, because its doctor falls ill.
final class VisitStory {

  private final DemoServer server;
  private final Progress progress;
  private final BiConsumer<StoryDesk, String> picture;

  VisitStory(DemoServer server, Progress progress, BiConsumer<StoryDesk, String> picture) {
    this.server = server;
    this.progress = progress;
    this.picture = picture;
  }

  /// A visit is moved with four keys, and one takes it back.
  void moveAndBack(StoryDesk one, StoryDesk two, Appointment visit) {
    SlotChoice.FreeSlot to = one.freeTogether().getFirst();
    one.cursorTo(visit.doctorId(), visit.start());
    one.hand().type("m");
    one.cursorTo(to.doctor(), to.range().start());
    picture.accept(one, "a-visit-in-hand");
    one.hand().press(KeyCode.ENTER);
    explain(one, visit);
    two.awaitVisit(to.doctor(), to.range().start());
    one.awaitVisit(to.doctor(), to.range().start());
    picture.accept(one, "moved-and-can-be-taken-back");
    one.hand().press(KeyCode.Z, KeyCode.CONTROL);
    Appointment back = two.awaitVisit(visit.doctorId(), visit.start());
    one.awaitVisit(visit.doctorId(), visit.start());
    require(back.id().equals(visit.id()), "a visit that is moved stays the same visit");
    progress.tell(
        "Desk 1 moves the visit to %s with %s by M and Enter, and takes that back with Ctrl+Z"
            .formatted(one.time(to.range().start()), one.doctor(to.doctor())));
  }

  /// What begins within a day is moved for a reason only.
  private void explain(StoryDesk one, Appointment visit) {
    boolean asked =
        Hand.await(
            "the visit goes, or the desk asks why",
            () ->
                one.hand()
                    .find("#moveReason")
                    .map(_ -> true)
                    .or(() ->
                        one.visitAt(visit.doctorId(), visit.start()).isEmpty()
                            ? Optional.of(false)
                            : Optional.empty()));
    if (asked) {
      one.hand().press(KeyCode.DIGIT1, KeyCode.ALT);
      picture.accept(one, "why-it-is-moved");
      one.hand().press(KeyCode.ENTER);
    }
  }

  /// One key says that the patient is here; the visit's panel tells its whole life.
  void arrive(StoryDesk one, StoryDesk two, DoctorId doctor, Instant start) {
    one.cursorTo(doctor, start);
    one.hand().type("c");
    Hand.await(
        "the arrival on Desk 2",
        () ->
            two.visitAt(doctor, start)
                .filter(visit -> visit.status() == AppointmentStatus.ARRIVED));
    one.cursorTo(doctor, start);
    one.hand().press(KeyCode.ENTER);
    Hand.await("the visit's history", () -> one.hand().find(".history-line"));
    picture.accept(one, "the-visit-and-its-history");
    one.hand().press(KeyCode.ESCAPE);
    progress.tell("Desk 1 checks the patient in with C; Desk 2 sees it, and who did what is told");
  }

  /// A doctor falls ill. The visit stays booked, and stands on the list of those to rebook until
  /// somebody gives it another time.
  void fallIll(StoryDesk one, StoryDesk two, Appointment visit) {
    ServerDay.away(server, visit.doctorId(), visit.during(), TimeOff.Reason.SICK);
    one.awaitToRebook(visit.id());
    picture.accept(one, "the-doctor-is-ill");
    two.openPage("Rebook");
    choose(two, visit.id());
    Hand.await("a free time", () -> two.hand().find(".alternative"));
    picture.accept(two, "to-rebook");
    two.hand().press(KeyCode.DIGIT1, KeyCode.ALT);
    TimeRange before = visit.during();
    Hand.await(
        "the visit leaves the sick doctor's hour",
        () ->
            Optional.of(one)
                .filter(desk -> desk.visitAt(visit.doctorId(), before.start()).isEmpty()));
    Hand.await(
        "the list without it",
        () -> Optional.of(two).filter(desk -> !rows(desk).contains(visit.id())));
    picture.accept(two, "rebooked");
    two.openPage("Day");
    progress.tell(
        "%s falls ill: the visit at %s stays and is listed; Desk 2 gives it another time with Alt+1"
            .formatted(one.doctor(visit.doctorId()), one.time(visit.start())));
  }

  private static void choose(StoryDesk desk, AppointmentId visit) {
    TableView<?> table =
        Hand.await(
            "the list of visits to rebook",
            () ->
                desk.hand()
                    .find("#table")
                    .map(found -> (TableView<?>) found)
                    .filter(_ -> rows(desk).contains(visit)));
    Hand.onScreen(() -> {
      table.getSelectionModel().select(rows(desk).indexOf(visit));
      table.requestFocus();
      return visit;
    });
  }

  private static List<AppointmentId> rows(StoryDesk desk) {
    Optional<Node> table = desk.hand().find("#table");
    return table.stream()
        .flatMap(found -> ((TableView<?>) found).getItems().stream())
        .map(Appointment.class::cast)
        .map(Appointment::id)
        .toList();
  }

  private static void require(boolean holds, String claim) {
    if (!holds) {
      throw new IllegalStateException("not so: " + claim);
    }
  }
}
