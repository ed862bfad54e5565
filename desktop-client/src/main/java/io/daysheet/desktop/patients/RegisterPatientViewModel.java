package io.daysheet.desktop.patients;

import io.daysheet.desktop.board.Progress;
import io.daysheet.desktop.board.Refusal;
import io.daysheet.desktop.board.Timers;
import io.daysheet.desktop.board.UnansweredRegistrations;
import io.daysheet.desktop.patients.DuplicatesViewModel.Likely;
import io.daysheet.desktop.patients.DuplicatesViewModel.Somebody;
import io.daysheet.desktop.remote.CommandKey;
import io.daysheet.desktop.remote.Outcome;
import io.daysheet.desktop.remote.Request;
import io.daysheet.desktop.remote.ScheduleServer;
import io.daysheet.patient.Patient;
import io.daysheet.rule.TextRules;
import io.daysheet.rule.Violation;
import io.daysheet.wire.FindDuplicates;
import io.daysheet.wire.RegisterPatient;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/// A new patient's record: the names and the date of birth are needed, a phone number is welcome.
///
/// Nobody is registered before the server has said who is likely the same person; if somebody is,
/// that one is used, or whoever sits here says that it is another.
///
/// A lost answer is asked for again while the form is there. Once it is left nothing is asked and
/// nobody is picked any more; what may have happened by then is remembered by its key.
public final class RegisterPatientViewModel implements AutoCloseable {

  private static final Duration AGAIN = Duration.ofSeconds(2);

  private final ScheduleServer server;
  private final Timers timers;
  private final InstantSource clock;
  private final ZoneId zone;
  private final Locale locale;
  private final UnansweredRegistrations unanswered;
  private final Consumer<Patient> registered;
  private final StringProperty givenName = new SimpleStringProperty("");
  private final StringProperty familyName = new SimpleStringProperty("");
  private final StringProperty birthDate = new SimpleStringProperty("");
  private final StringProperty phone = new SimpleStringProperty("");
  private final ReadOnlyObjectWrapper<@Nullable Progress<Patient>> progress =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyBooleanWrapper warned = new ReadOnlyBooleanWrapper(false);
  private final DuplicatesViewModel duplicates;
  private @Nullable Request again;
  private boolean left;

  public RegisterPatientViewModel(
      ScheduleServer server,
      Timers timers,
      InstantSource clock,
      ZoneId zone,
      Locale locale,
      UnansweredRegistrations unanswered,
      Consumer<Patient> registered) {
    this.server = server;
    this.timers = timers;
    this.clock = clock;
    this.zone = zone;
    this.locale = locale;
    this.unanswered = unanswered;
    this.registered = registered;
    this.duplicates = new DuplicatesViewModel(server, timers);
    List.of(familyName, givenName, birthDate)
        .forEach(typed -> typed.addListener((_, _, _) -> duplicates.typed(question())));
    duplicates.likelyProperty().subscribe(_ -> warned.set(false));
  }

  private Optional<FindDuplicates> question() {
    return familyName.get().isBlank() || givenName.get().isBlank()
        ? Optional.empty()
        : date()
            .map(born ->
                new FindDuplicates(givenName.get().strip(), familyName.get().strip(), born, null));
  }

  /// What was typed in the search becomes the name: "kow zo" is a family name and a given name.
  public void startFrom(String query) {
    String[] words = query.strip().split("[ ,]+", 2);
    familyName.set(capital(words[0]));
    givenName.set(words.length > 1 ? capital(words[1]) : "");
  }

  private static String capital(String word) {
    return word.isEmpty()
        ? word
        : word.substring(0, word.offsetByCodePoints(0, 1)).toUpperCase(Locale.ROOT)
            + word.substring(word.offsetByCodePoints(0, 1));
  }

  public Optional<LocalDate> date() {
    return BirthDates.parse(birthDate.get(), locale, clock.instant().atZone(zone).toLocalDate());
  }

  /// All that is missing or can't be read, in the order of the fields.
  public List<Violation> violations() {
    var found = new ArrayList<Violation>();
    name(found, "familyName", familyName.get());
    name(found, "givenName", givenName.get());
    if (birthDate.get().isBlank()) {
      found.add(new Violation.MissingField("birthDate"));
    } else if (date().isEmpty()) {
      found.add(new Violation.InvalidValue("birthDate", Violation.Expected.BIRTH_DATE));
    }
    TextRules.check("phone", phone.get(), TextRules.SHORT).forEach(found::add);
    return found;
  }

  private static void name(List<Violation> found, String field, String text) {
    if (text.isBlank()) {
      found.add(new Violation.MissingField(field));
    }
    TextRules.check(field, text, TextRules.NAME).forEach(found::add);
  }

  /// Registers, unless something is missing, it is under way, or somebody is likely registered
  /// already.
  public void register() {
    if (isReady()) {
      duplicates.whenKnown(this::registerUnlessLikely);
    }
  }

  private void registerUnlessLikely() {
    if (duplicates.likelyProperty().get() instanceof Somebody) {
      warned.set(true);
    } else {
      registerAnyway();
    }
  }

  private boolean isReady() {
    return !left && !isUnderWay() && violations().isEmpty();
  }

  /// It is another person than those who are registered.
  public void registerAnyway() {
    if (!isReady()) {
      return;
    }
    RegisterPatient command =
        new RegisterPatient(
            null,
            givenName.get().strip(),
            familyName.get().strip(),
            date().orElseThrow(),
            phone.get().isBlank() ? null : phone.get().strip(),
            null,
            null,
            null,
            null);
    progress.set(new Progress.Sending<>());
    send(command, unanswered.keyOf(command), 1);
  }

  public boolean isUnderWay() {
    return progress.get() instanceof Progress.Sending<?>
        || progress.get() instanceof Progress.AskingAgain<?>;
  }

  /// Whether it is not known yet who is registered already, and somebody waits for it.
  boolean isLookingFirst() {
    return duplicates.isAwaited();
  }

  ReadOnlyObjectProperty<Likely> likelyProperty() {
    return duplicates.likelyProperty();
  }

  /// Whether somebody was about to be registered who is likely there already.
  ReadOnlyBooleanProperty warnedProperty() {
    return warned.getReadOnlyProperty();
  }

  private void send(RegisterPatient command, CommandKey key, int attempt) {
    // What is on its way is never cancelled: its answer may be the one that tells.
    Request _ =
        server.registerPatient(command, key, outcome -> answered(outcome, command, key, attempt));
  }

  private void answered(
      Outcome<Patient> outcome, RegisterPatient command, CommandKey key, int attempt) {
    if (left) {
      leftBehind(outcome, command);
      return;
    }
    switch (outcome) {
      case Outcome.Done<Patient>(Patient patient) -> {
        unanswered.seenAnswered(command);
        progress.set(new Progress.Done<>(patient));
        registered.accept(patient);
      }
      case Outcome.Refused<Patient>(int _, String code, var violations) ->
          refused(command, new Refusal(code, violations));
      case Outcome.Stale<Patient> _ -> refused(command, new Refusal("stale", List.of()));
      case Outcome.Unknown<Patient> _ -> {
        progress.set(new Progress.AskingAgain<>(attempt + 1, clock.instant().plus(AGAIN)));
        again = timers.after(AGAIN, () -> send(command, key, attempt + 1));
      }
    }
  }

  private void refused(RegisterPatient command, Refusal refusal) {
    unanswered.seenAnswered(command);
    progress.set(new Progress.Refused<>(refusal));
  }

  /// A patient who was registered after all was not seen here: the key stays, and the next try is
  /// answered with that patient.
  private void leftBehind(Outcome<Patient> outcome, RegisterPatient command) {
    if (outcome instanceof Outcome.Refused<Patient>) {
      unanswered.seenAnswered(command);
    }
  }

  /// The form is left: nothing is asked again, and nobody is picked.
  @Override
  public void close() {
    left = true;
    duplicates.close();
    if (again != null) {
      again.cancel();
      again = null;
    }
    progress.set(null);
  }

  public StringProperty givenNameProperty() {
    return givenName;
  }

  public StringProperty familyNameProperty() {
    return familyName;
  }

  public StringProperty birthDateProperty() {
    return birthDate;
  }

  public StringProperty phoneProperty() {
    return phone;
  }

  public ReadOnlyObjectProperty<@Nullable Progress<Patient>> progressProperty() {
    return progress.getReadOnlyProperty();
  }
}
