package io.daysheet.desktop.audit;

import io.daysheet.desktop.remote.AuditQuestion;
import io.daysheet.identity.AccountId;
import io.daysheet.patient.PatientId;
import io.daysheet.wire.AuditAction;
import io.daysheet.wire.AuditOutcome;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/// What is typed to look for something in the trail. Days are of UTC, as the trail's times are.
final class FilterViewModel {

  private final Consumer<AuditQuestion> ask;
  private final StringProperty patient = new SimpleStringProperty("");
  private final StringProperty account = new SimpleStringProperty("");
  private final ObjectProperty<@Nullable LocalDate> from = new SimpleObjectProperty<>();
  private final ObjectProperty<@Nullable LocalDate> to = new SimpleObjectProperty<>();
  private final ObjectProperty<@Nullable AuditAction> action = new SimpleObjectProperty<>();
  private final ObjectProperty<@Nullable AuditOutcome> outcome = new SimpleObjectProperty<>();
  private boolean quiet;

  /// @param ask told each question that makes sense, when it is another one
  FilterViewModel(Consumer<AuditQuestion> ask) {
    this.ask = ask;
    patient.addListener((_, _, _) -> typed());
    account.addListener((_, _, _) -> typed());
    from.addListener((_, _, _) -> typed());
    to.addListener((_, _, _) -> typed());
    action.addListener((_, _, _) -> typed());
    outcome.addListener((_, _, _) -> typed());
  }

  StringProperty patientProperty() {
    return patient;
  }

  StringProperty accountProperty() {
    return account;
  }

  ObjectProperty<@Nullable LocalDate> fromProperty() {
    return from;
  }

  ObjectProperty<@Nullable LocalDate> toProperty() {
    return to;
  }

  ObjectProperty<@Nullable AuditAction> actionProperty() {
    return action;
  }

  ObjectProperty<@Nullable AuditOutcome> outcomeProperty() {
    return outcome;
  }

  private void typed() {
    if (!quiet && isGood()) {
      ask.accept(question());
    }
  }

  /// Whether every id is whole, and the days are in order.
  boolean isGood() {
    LocalDate first = from.get();
    LocalDate last = to.get();
    return isIdOrNothing(patient.get())
        && isIdOrNothing(account.get())
        && (first == null || last == null || !last.isBefore(first));
  }

  static boolean isIdOrNothing(String typed) {
    return typed.isBlank() || id(typed).isPresent();
  }

  AuditQuestion question() {
    return new AuditQuestion(
        id(patient.get()).map(PatientId::new).orElse(null),
        id(account.get()).map(AccountId::new).orElse(null),
        start(from.get(), 0),
        start(to.get(), 1),
        action.get(),
        outcome.get());
  }

  private static @Nullable Instant start(@Nullable LocalDate day, int later) {
    return day == null ? null : day.plusDays(later).atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  private static Optional<UUID> id(String typed) {
    String text = typed.strip();
    try {
      UUID id = UUID.fromString(text);
      return Optional.of(id).filter(whole -> whole.toString().equalsIgnoreCase(text));
    } catch (IllegalArgumentException half) {
      return Optional.empty();
    }
  }

  /// Looks for anything.
  void clear() {
    quiet = true;
    patient.set("");
    account.set("");
    from.set(null);
    to.set(null);
    action.set(null);
    outcome.set(null);
    quiet = false;
    typed();
  }
}
