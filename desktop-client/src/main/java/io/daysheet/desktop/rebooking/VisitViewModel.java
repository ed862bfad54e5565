package io.daysheet.desktop.rebooking;

import io.daysheet.desktop.fx.Messages;
import io.daysheet.desktop.rebooking.AlternativesViewModel.Free;
import io.daysheet.desktop.remote.CommandKey;
import io.daysheet.desktop.remote.Outcome;
import io.daysheet.desktop.remote.RebookingServer;
import io.daysheet.desktop.remote.Request;
import io.daysheet.hospital.Hospital;
import io.daysheet.rule.Violation;
import io.daysheet.schedule.Appointment;
import io.daysheet.wire.CancelAppointment;
import io.daysheet.wire.RescheduleAppointment;
import java.util.List;
import java.util.function.BiConsumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/// One visit that needs attention: it is moved to a free time, or cancelled, each with a reason
/// that stays in its history.
final class VisitViewModel implements AutoCloseable {

  private final Messages messages = Messages.beside(VisitViewModel.class);
  private final RebookingServer server;
  private final Hospital hospital;
  private final Appointment visit;
  private final AlternativesViewModel alternatives;
  private final BiConsumer<Appointment, Boolean> changed;
  private final StringProperty reason = new SimpleStringProperty();
  private final ReadOnlyObjectWrapper<State> state =
      new ReadOnlyObjectWrapper<>(new State(false, ""));

  /// What was tried and not answered: the same again has the same key.
  private @Nullable Object tried;

  private CommandKey key = CommandKey.fresh();
  private @Nullable Request asking;

  /// @param told what became of the last try; empty if nothing has to be said
  record State(boolean sending, String told) {}

  /// @param reason why it is moved or cancelled, as long as nobody types another
  /// @param changed told the visit as it is now, and whether it is in order here
  VisitViewModel(
      RebookingServer server,
      Hospital hospital,
      Appointment visit,
      String reason,
      AlternativesViewModel alternatives,
      BiConsumer<Appointment, Boolean> changed) {
    this.server = server;
    this.hospital = hospital;
    this.visit = visit;
    this.alternatives = alternatives;
    this.changed = changed;
    this.reason.set(reason);
  }

  Appointment visit() {
    return visit;
  }

  AlternativesViewModel alternatives() {
    return alternatives;
  }

  StringProperty reasonProperty() {
    return reason;
  }

  ReadOnlyObjectProperty<State> stateProperty() {
    return state.getReadOnlyProperty();
  }

  void moveTo(Free free) {
    if (mayWrite()) {
      var command =
          new RescheduleAppointment(
              free.start().atZone(hospital.timeZone()).toOffsetDateTime(),
              free.own() ? null : free.doctor().id(),
              reason.get().strip(),
              null,
              null);
      asking = server.reschedule(visit, command, key(command), this::answered);
    }
  }

  void cancel() {
    if (mayWrite()) {
      var command = new CancelAppointment(reason.get().strip());
      asking = server.cancel(visit, command, key(command), this::answered);
    }
  }

  private boolean mayWrite() {
    if (state.get().sending()) {
      return false;
    }
    if (reason.get().isBlank()) {
      state.set(new State(false, messages.get("reason.missing")));
      return false;
    }
    state.set(new State(true, ""));
    return true;
  }

  private CommandKey key(Object command) {
    if (!command.equals(tried)) {
      tried = command;
      key = CommandKey.fresh();
    }
    return key;
  }

  private void answered(Outcome<Appointment> outcome) {
    asking = null;
    switch (outcome) {
      case Outcome.Done<Appointment>(Appointment now) -> {
        state.set(new State(false, ""));
        changed.accept(now, true);
      }
      case Outcome.Refused<Appointment>(int _, String code, List<Violation> _) -> {
        tried = null;
        state.set(new State(false, refused(code)));
      }
      case Outcome.Stale<Appointment>(Appointment current) -> stale(current);
      case Outcome.Unknown<Appointment> _ -> state.set(new State(false, messages.get("no-answer")));
    }
  }

  private String refused(String code) {
    String key = "refused." + code;
    return messages.bundle().containsKey(key) ? messages.get(key) : messages.get("refused", code);
  }

  private void stale(@Nullable Appointment current) {
    tried = null;
    if (current == null) {
      state.set(new State(false, messages.get("no-answer")));
    } else {
      changed.accept(current, false);
    }
  }

  /// Somebody else changed it meanwhile: it is to be looked at again.
  void wasChanged() {
    state.set(new State(false, messages.get("stale")));
  }

  @Override
  public void close() {
    alternatives.close();
    if (asking != null) {
      asking.cancel();
      asking = null;
    }
  }
}
