package io.daysheet.desktop.emergency;

import io.daysheet.desktop.fx.Messages;
import io.daysheet.desktop.patients.BirthDates;
import io.daysheet.desktop.remote.CommandKey;
import io.daysheet.desktop.remote.EmergencyServer;
import io.daysheet.desktop.remote.Outcome;
import io.daysheet.desktop.remote.Outcome.Cause;
import io.daysheet.desktop.remote.Request;
import io.daysheet.rule.EmergencyRules;
import io.daysheet.rule.TextRules;
import io.daysheet.rule.Violation;
import io.daysheet.wire.BeginEmergencyAccess;
import io.daysheet.wire.EmergencyAccess;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/// Asking to see a patient who isn't one's own. What is wrong is told beside its field, but not
/// while somebody is still typing there for the first time.
public final class EmergencyViewModel implements AutoCloseable {

  private static final int NOT_FOUND = 404;

  private final Messages messages = Messages.beside(EmergencyViewModel.class);
  private final EmergencyServer server;
  private final EmergenciesViewModel accesses;
  private final InstantSource clock;
  private final ZoneId zone;
  private final Locale locale;
  private final Runnable begun;
  private final StringProperty mrn = new SimpleStringProperty("");
  private final StringProperty birthDate = new SimpleStringProperty("");
  private final StringProperty reason = new SimpleStringProperty("");
  private final ReadOnlyObjectWrapper<Shown> shown =
      new ReadOnlyObjectWrapper<>(new Shown(Map.of(), false, ""));
  private @Nullable Request asking;
  private @Nullable CommandKey key;
  private boolean tried;
  private boolean left;

  /// What is said of what is typed.
  ///
  /// @param wrong beside its field
  /// @param told what goes on, or became of the last try; empty if there is nothing to say
  record Shown(Map<EmergencyField, String> wrong, boolean sending, String told) {}

  /// @param zone whose today it is
  /// @param begun told when the patient is in sight
  public EmergencyViewModel(
      EmergencyServer server,
      EmergenciesViewModel accesses,
      InstantSource clock,
      ZoneId zone,
      Locale locale,
      Runnable begun) {
    this.server = server;
    this.accesses = accesses;
    this.clock = clock;
    this.zone = zone;
    this.locale = locale;
    this.begun = begun;
    List.of(mrn, birthDate, reason).forEach(text -> text.subscribe(this::typed));
  }

  StringProperty mrnProperty() {
    return mrn;
  }

  StringProperty birthDateProperty() {
    return birthDate;
  }

  StringProperty reasonProperty() {
    return reason;
  }

  ReadOnlyObjectProperty<Shown> shownProperty() {
    return shown.getReadOnlyProperty();
  }

  private void typed() {
    // another request: an answer that was lost is of the one before
    key = null;
    if (asking == null) {
      shown.set(new Shown(tried ? wrong() : Map.of(), false, ""));
    }
  }

  private Map<EmergencyField, String> wrong() {
    Map<EmergencyField, String> wrong = new EnumMap<>(EmergencyField.class);
    if (mrn.get().isBlank()) {
      wrong.put(EmergencyField.MRN, messages.get("mrn.missing"));
    } else if (mrn.get().strip().length() > TextRules.SHORT) {
      wrong.put(EmergencyField.MRN, messages.get("too-long", Integer.toString(TextRules.SHORT)));
    }
    if (date().isEmpty()) {
      wrong.put(EmergencyField.BIRTH_DATE, messages.get("birth.missing"));
    }
    EmergencyRules.reason(reason.get())
        .findFirst()
        .ifPresent(violation -> wrong.put(EmergencyField.REASON, text(violation)));
    return wrong;
  }

  private Optional<LocalDate> date() {
    return BirthDates.parse(birthDate.get(), locale, LocalDate.ofInstant(clock.instant(), zone));
  }

  private String text(Violation violation) {
    return violation instanceof Violation.ReasonTooShort(var _, int letters)
        ? messages.get("reason.short", Integer.toString(letters))
        : messages.get("too-long", Integer.toString(TextRules.REASON));
  }

  /// Asks for it, if nothing is wrong with it; else says what is.
  void begin() {
    if (asking != null) {
      return;
    }
    tried = true;
    Map<EmergencyField, String> wrong = wrong();
    if (!wrong.isEmpty()) {
      shown.set(new Shown(wrong, false, ""));
      return;
    }
    CommandKey same = key == null ? CommandKey.fresh() : key;
    key = same;
    var command =
        new BeginEmergencyAccess(mrn.get().strip(), date().orElseThrow(), reason.get().strip());
    asking = server.begin(command, same, this::answered);
    shown.set(new Shown(Map.of(), true, messages.get("sending")));
  }

  private void answered(Outcome<EmergencyAccess> outcome) {
    asking = null;
    switch (outcome) {
      case Outcome.Done<EmergencyAccess>(EmergencyAccess access) -> {
        forget();
        accesses.began(access);
        if (!left) {
          begun.run();
        }
      }
      case Outcome.Refused<EmergencyAccess>(int status, String code, var _) ->
          say(status == NOT_FOUND ? messages.get("nobody") : messages.get("refused", code));
      case Outcome.Unknown<EmergencyAccess>(Cause cause) when cause == Cause.UNAVAILABLE ->
          say(messages.get("later"));
      case Outcome.Stale<EmergencyAccess> _, Outcome.Unknown<EmergencyAccess> _ ->
          say(messages.get("no-answer"));
    }
  }

  private void say(String told) {
    shown.set(new Shown(wrong(), false, told));
  }

  /// Nothing that was typed stays.
  private void forget() {
    tried = false;
    mrn.set("");
    birthDate.set("");
    reason.set("");
  }

  /// What is on its way stays so: it may have begun, and the sign has to say so.
  @Override
  public void close() {
    left = true;
    forget();
  }
}
