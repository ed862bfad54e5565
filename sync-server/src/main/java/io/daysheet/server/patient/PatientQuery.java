package io.daysheet.server.patient;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What a receptionist typed: every condition has to be met.
///
/// @param words in one piece, in the order in which they were typed
record PatientQuery(List<Condition> conditions, List<String> words) {

  /// From how many letters on there is an answer.
  static final int FEWEST = 2;

  private static final int MOST_WORDS = 8;
  private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{M}\\p{N}'’‘ʼʻ`´-]+");
  private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

  /// One condition on a patient.
  sealed interface Condition {}

  /// One of the names or the MRN begins with the word; or, if it has several parts, something
  /// begins with each of them.
  record Begins(String whole, List<String> parts) implements Condition {}

  record Born(LocalDate date) implements Condition {}

  /// The phone number ends so; or what was typed is no phone number, and all of it begins
  /// something.
  record Phone(String ending, List<Begins> orWords) implements Condition {}

  static PatientQuery of(String typed) {
    Optional<String> phone = PhoneDigits.in(typed);
    String rest = phone.map(number -> typed.replace(number, " ")).orElse(typed);
    var conditions = new ArrayList<Condition>();
    words(rest)
        .forEach(word ->
            date(word).<Condition>map(Born::new).or(() -> begins(word)).ifPresent(conditions::add));
    phone.ifPresent(number ->
        conditions.add(
            new Phone(
                PhoneDigits.ending(number).orElseThrow(),
                words(number).flatMap(word -> begins(word).stream()).toList())));
    return new PatientQuery(conditions, words(conditions));
  }

  private static Stream<String> words(String text) {
    return BETWEEN.splitAsStream(text).filter(word -> !word.isEmpty()).limit(MOST_WORDS);
  }

  private static Optional<Begins> begins(String word) {
    List<String> pieces = Folding.pieces(word);
    return pieces.isEmpty()
        ? Optional.empty()
        : Optional.of(new Begins(pieces.getFirst(), pieces.subList(1, pieces.size())));
  }

  private static Optional<LocalDate> date(String word) {
    try {
      return DATE.matcher(word).matches() ? Optional.of(LocalDate.parse(word)) : Optional.empty();
    } catch (DateTimeParseException noSuchDate) {
      return Optional.empty();
    }
  }

  /// Too little to look for anybody.
  boolean isTooShort() {
    return conditions.stream().allMatch(Begins.class::isInstance)
        && words.stream().mapToInt(String::length).sum() < FEWEST;
  }

  private static List<String> words(List<Condition> conditions) {
    return conditions.stream()
        .flatMap(condition ->
            switch (condition) {
              case Begins begins -> Stream.of(begins.whole());
              case Born _ -> Stream.empty();
              case Phone phone -> phone.orWords().stream().map(Begins::whole);
            })
        .toList();
  }
}
