package io.daysheet.desktop.audit;

import io.daysheet.desktop.fx.Messages;
import io.daysheet.desktop.fx.Names;
import io.daysheet.wire.AuditAction;
import io.daysheet.wire.AuditOutcome;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import javafx.beans.property.StringProperty;
import javafx.css.PseudoClass;
import javafx.scene.control.ComboBox;
import javafx.scene.control.DatePicker;
import javafx.scene.control.TextField;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/// The fields above the trail. One that can't be understood is marked, and asks nothing.
final class FilterFields {

  private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

  private final FilterViewModel filter;
  private final AuditWording wording;
  private final Messages messages;

  FilterFields(FilterViewModel filter, AuditWording wording, Messages messages) {
    this.filter = filter;
    this.wording = wording;
    this.messages = messages;
  }

  void bind(
      ComboBox<AuditAction> action,
      ComboBox<AuditOutcome> outcome,
      DatePicker from,
      DatePicker to,
      TextField patient,
      TextField account) {
    fill(action, AuditAction.values(), wording::action, messages.get("filter.action.any"));
    action.valueProperty().bindBidirectional(filter.actionProperty());
    fill(outcome, AuditOutcome.values(), wording::outcome, messages.get("filter.outcome.any"));
    outcome.valueProperty().bindBidirectional(filter.outcomeProperty());
    for (DatePicker day : List.of(from, to)) {
      day.setConverter(new IsoDays());
      day.valueProperty().subscribe(_ -> markDays(from, to));
    }
    from.valueProperty().bindBidirectional(filter.fromProperty());
    to.valueProperty().bindBidirectional(filter.toProperty());
    bind(patient, filter.patientProperty());
    bind(account, filter.accountProperty());
  }

  private static void markDays(DatePicker from, DatePicker to) {
    LocalDate first = from.getValue();
    LocalDate last = to.getValue();
    boolean wrong = first != null && last != null && last.isBefore(first);
    from.pseudoClassStateChanged(WRONG, wrong);
    to.pseudoClassStateChanged(WRONG, wrong);
  }

  private static void bind(TextField field, StringProperty value) {
    field.textProperty().bindBidirectional(value);
    value.subscribe(
        typed -> field.pseudoClassStateChanged(WRONG, !FilterViewModel.isIdOrNothing(typed)));
  }

  private static <T> void fill(
      ComboBox<@Nullable T> box, T[] all, Function<T, String> words, String any) {
    box.getItems().add(null);
    box.getItems().addAll(Arrays.asList(all));
    box.setConverter(new Names<>(any, words));
  }

  /// As the trail's own days are written.
  private static final class IsoDays extends StringConverter<@Nullable LocalDate> {
    @Override
    public String toString(@Nullable LocalDate day) {
      return day == null ? "" : day.toString();
    }

    @Override
    public @Nullable LocalDate fromString(String typed) {
      try {
        return typed.isBlank() ? null : LocalDate.parse(typed.strip().toUpperCase(Locale.ROOT));
      } catch (DateTimeParseException half) {
        return null;
      }
    }
  }
}
