package io.daysheet.desktop.day;

import io.daysheet.hospital.DoctorId;
import io.daysheet.schedule.Appointment;
import io.daysheet.time.TimeRange;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// A visit that is on its way to another place, in somebody's hand or under the arrow keys. Nothing
/// is written before it is dropped.
public final class MovingViewModel {

  /// Where it would go.
  ///
  /// @param whyNot empty if it can
  record Target(DoctorId doctor, TimeRange range, String whyNot) {

    /// A place as long as the visit.
    SlotChoice place() {
      return new SlotChoice.EmptyTime(doctor, range);
    }
  }

  private final DayContents contents;
  private final ReadOnlyObjectWrapper<Optional<Appointment>> visit =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private @Nullable VisitCommands commands;

  MovingViewModel(DayContents contents) {
    this.contents = contents;
    contents.revisionProperty().subscribe(this::refresh);
  }

  /// Who does what keys and mouse ask for.
  public void whenCommanded(VisitCommands by) {
    commands = by;
  }

  void command(Consumer<VisitCommands> what) {
    if (commands != null) {
      what.accept(commands);
    }
  }

  private <T> Optional<T> ask(Function<VisitCommands, T> what) {
    return Optional.ofNullable(commands).map(what);
  }

  /// The visit that is on its way; empty if none is.
  public ReadOnlyObjectProperty<Optional<Appointment>> visitProperty() {
    return visit.getReadOnlyProperty();
  }

  public boolean isMoving() {
    return visit.get().isPresent();
  }

  /// Takes a visit up. One that is still being saved can't be, since nobody knows where it is.
  public void start(Block.Visit taken) {
    if (taken.writing() == Block.Writing.SETTLED) {
      visit.set(Optional.of(taken.appointment()));
    }
  }

  /// Puts it back.
  public void stop() {
    visit.set(Optional.empty());
  }

  /// What another desk made of it meanwhile is what is moved.
  private void refresh() {
    visit
        .get()
        .flatMap(each -> contents.visit(each.id()))
        .map(Block.Visit::appointment)
        .ifPresent(now -> visit.set(Optional.of(now)));
  }

  /// Where it would go from there; empty if nothing is on its way.
  Optional<Target> at(DoctorId doctor, Instant start) {
    return visit.get().map(each -> target(each, doctor, start));
  }

  private Target target(Appointment each, DoctorId doctor, Instant start) {
    return new Target(
        doctor,
        new TimeRange(start, start.plus(each.during().length())),
        ask(by -> by.whyNot(each, doctor, start)).orElse(""));
  }

  List<Instant> forbidden(DoctorId doctor, List<Instant> starts) {
    return visit
        .get()
        .flatMap(each -> ask(by -> by.forbidden(each, doctor, starts)))
        .orElse(List.of());
  }

  /// Lets go of it there. Where it can't be, it stays in hand, and it is told why.
  ///
  /// @return whether it is done with
  public boolean drop(DoctorId doctor, Instant start) {
    boolean done =
        visit.get().flatMap(each -> ask(by -> by.move(each, doctor, start))).orElse(true);
    if (done) {
      stop();
    }
    return done;
  }
}
