package io.daysheet.desktop.booking;

import io.daysheet.desktop.form.WallTimes;
import io.daysheet.desktop.fx.Messages;
import io.daysheet.rule.TextRules;
import io.daysheet.schedule.Appointment;
import io.daysheet.time.TimeRange;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// Why a visit is moved although it begins soon. Patients may not do that any more; staff may, and
/// what they give as their reason stays in the visit's history.
public final class MoveReasonViewModel {

  /// A visit that is let go of at another place.
  ///
  /// @param from the doctor who would have seen the patient
  /// @param to the doctor who is to
  /// @param notice how long before its start a patient may move it
  public record Wanted(
      Appointment visit, String from, String to, TimeRange during, Duration notice) {}

  private final Messages messages = Messages.beside(MoveReasonViewModel.class);
  private final Wanted wanted;
  private final WallTimes times;
  private final Supplier<String> hindrance;
  private final Consumer<String> move;
  private final StringProperty reason = new SimpleStringProperty("");
  private final ReadOnlyStringWrapper whyNot = new ReadOnlyStringWrapper("");

  /// @param hindrance what is in the way of the move by now; empty if nothing is
  /// @param move told the reason, once
  public MoveReasonViewModel(
      Wanted wanted, WallTimes times, Supplier<String> hindrance, Consumer<String> move) {
    this.wanted = wanted;
    this.times = times;
    this.hindrance = hindrance;
    this.move = move;
    reason.subscribe(_ -> refresh());
  }

  StringProperty reasonProperty() {
    return reason;
  }

  /// Why it can't be moved now; empty if it can.
  ReadOnlyStringProperty whyNotProperty() {
    return whyNot.getReadOnlyProperty();
  }

  String title() {
    return messages.get("move.title", wanted.visit().patient().sortName());
  }

  String from() {
    return messages.get("move.place", times.range(wanted.visit().during()), wanted.from());
  }

  String to() {
    return messages.get("move.place", times.range(wanted.during()), wanted.to());
  }

  String explanation() {
    return messages.get("move.notice", Long.toString(wanted.notice().toHours()));
  }

  String button() {
    return messages.get("move.to", times.time(wanted.during().start()));
  }

  /// What is the reason mostly, each with a number from 1 on.
  List<String> usual() {
    return Stream.of("patient", "doctor", "late").map(key -> messages.get("move." + key)).toList();
  }

  void choose(int number) {
    if (number >= 1 && number <= usual().size()) {
      reason.set(usual().get(number - 1));
    }
  }

  /// What the board shows is another thing now.
  public void refresh() {
    whyNot.set(why());
  }

  private String why() {
    String inTheWay = hindrance.get();
    if (!inTheWay.isEmpty()) {
      return inTheWay;
    }
    if (reason.get().isBlank()) {
      return messages.get("visit.reason-first");
    }
    return TextRules.check("reason", reason.get(), TextRules.REASON).findAny().isPresent()
        ? messages.get("visit.reason-long", Integer.toString(TextRules.REASON))
        : "";
  }

  void move() {
    refresh();
    if (whyNot.get().isEmpty()) {
      move.accept(reason.get().strip());
    }
  }
}
