package io.daysheet.server.patient;

import io.daysheet.patient.ContactPreferences;
import io.daysheet.patient.Insurance;
import io.daysheet.patient.Patient;
import io.daysheet.patient.PatientId;
import io.daysheet.wire.FindDuplicates;
import io.daysheet.wire.LikelySame;
import io.daysheet.wire.LikelySame.Trait;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Who is registered already and is likely to be the one who is about to be: born on the same day
/// and called the same, or insured under the same number. The index of hashes names a few, whose
/// records then decide; nobody is looked through.
@Component
class Duplicates {

  private static final int MOST = 20;

  private final PatientRows rows;

  Duplicates(PatientRows rows) {
    this.rows = rows;
  }

  /// Those with most in common first, then by name.
  List<LikelySame> of(FindDuplicates request) {
    Patient wanted = wanted(request);
    return rows.alike(wanted).stream()
        .map(found -> new LikelySame(found, inCommon(wanted, found)))
        .filter(likely -> !likely.because().isEmpty())
        .sorted(
            Comparator.<LikelySame>comparingInt(likely -> -likely.because().size())
                .thenComparing(likely -> likely.patient().familyName())
                .thenComparing(likely -> likely.patient().givenName())
                .thenComparing(likely -> likely.patient().id().toString()))
        .limit(MOST)
        .toList();
  }

  private static List<Trait> inCommon(Patient wanted, Patient found) {
    List<Trait> traits = new ArrayList<>();
    if (wanted.birthDate().equals(found.birthDate()) && areCalledAlike(wanted, found)) {
      traits.add(Trait.NAME_AND_BIRTH_DATE);
    }
    if (isSameNumber(wanted.insurance(), found.insurance())) {
      traits.add(Trait.MEMBER_ID);
    }
    return traits;
  }

  /// All parts of the one name are in the other, in whichever order: a second given or family name
  /// is left out as often as not.
  private static boolean areCalledAlike(Patient one, Patient other) {
    Set<String> words = Folding.words(one.givenName(), one.familyName());
    Set<String> others = Folding.words(other.givenName(), other.familyName());
    return !words.isEmpty()
        && !others.isEmpty()
        && (words.containsAll(others) || others.containsAll(words));
  }

  private static boolean isSameNumber(@Nullable Insurance one, @Nullable Insurance other) {
    if (one == null || other == null) {
      return false;
    }
    String number = PatientIndex.memberNumber(one.memberId());
    return !number.isEmpty() && number.equals(PatientIndex.memberNumber(other.memberId()));
  }

  private static Patient wanted(FindDuplicates request) {
    return new Patient(
        new PatientId(new UUID(0, 0)),
        "",
        request.givenName(),
        request.familyName(),
        request.birthDate(),
        null,
        null,
        request.insurance(),
        null,
        ContactPreferences.NONE,
        true,
        null,
        1);
  }
}
