package io.daysheet.server.patient;

import io.daysheet.patient.PatientId;
import io.daysheet.server.patient.PatientQuery.Begins;
import io.daysheet.server.patient.PatientQuery.Born;
import io.daysheet.server.patient.PatientQuery.Condition;
import io.daysheet.server.patient.PatientQuery.Phone;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Somebody whom the index names, decrypted as far as the search looks: whether it really is one
/// who was asked for, and before whom.
///
/// @param words of the names and the MRN
/// @param rank the smaller, the better: see [#rankOf]
record Candidate(
    PatientId id,
    String givenName,
    String familyName,
    Set<String> words,
    int rank,
    @Nullable LocalDate birthDate,
    @Nullable String phone) {

  /// By rank, then by name.
  static final Comparator<Candidate> BEST_FIRST =
      Comparator.comparingInt(Candidate::rank)
          .thenComparing(Candidate::familyName)
          .thenComparing(Candidate::givenName)
          .thenComparing(each -> each.id().toString());

  boolean meets(PatientQuery query) {
    return query.conditions().stream().allMatch(this::meets);
  }

  private boolean meets(Condition condition) {
    return switch (condition) {
      case Begins begins ->
          somethingBegins(begins.whole())
              || (!begins.parts().isEmpty()
                  && begins.parts().stream().allMatch(this::somethingBegins));
      case Born born -> born.date().equals(birthDate);
      case Phone number ->
          PhoneDigits.meet(phone, number.ending())
              || (!number.orWords().isEmpty() && number.orWords().stream().allMatch(this::meets));
    };
  }

  private boolean somethingBegins(String word) {
    return anyBegins(words, word);
  }

  /// Those come first of whom most words are whole, and the first one begins the family name.
  static int rankOf(List<String> typed, Set<String> familyWords, Set<String> words) {
    return (typed.isEmpty() || anyBegins(familyWords, typed.getFirst()) ? 0 : 1)
        - (int) typed.stream().filter(words::contains).count();
  }

  private static boolean anyBegins(Set<String> words, String beginning) {
    return words.stream().anyMatch(word -> word.startsWith(beginning));
  }
}
