package io.daysheet.server.patient;

import io.daysheet.patient.Insurance;
import io.daysheet.patient.Patient;
import io.daysheet.server.crypto.BlindIndex;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The keyed hashes by which a patient is found: of each name's and the MRN's beginnings from two
/// letters to ten and of each whole word, of the family name's beginnings once more, of the birth
/// date, of the insurer's number, and of the phone number's last digits.
record PatientIndex(BlindIndex index) {

  static final int SHORTEST = 2;
  static final int LONGEST = 10;

  private static final String NAME_BEGINS = "name-begins";
  private static final String NAME = "name";
  private static final String FAMILY_BEGINS = "family-begins";
  private static final String MRN_BEGINS = "mrn-begins";
  private static final String MRN_WORD = "mrn-word";
  private static final String MRN = "mrn";
  private static final String BORN = "born";
  private static final String PHONE = "phone";
  private static final String MEMBER = "member";
  private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");

  /// What is stored with a record.
  Long[] tokens(Patient patient) {
    return Stream.of(
            words(Folding.words(patient.givenName(), patient.familyName()), NAME_BEGINS, NAME),
            beginnings(Folding.words(patient.familyName()), FAMILY_BEGINS),
            words(Folding.words(patient.mrn()), MRN_BEGINS, MRN_WORD),
            LongStream.of(index.token(BORN, patient.birthDate().toString())),
            memberToken(patient.insurance()),
            PhoneDigits.endings(patient.phone()).stream().mapToLong(d -> index.token(PHONE, d)))
        .flatMapToLong(tokens -> tokens)
        .distinct()
        .boxed()
        .toArray(Long[]::new);
  }

  private LongStream words(Collection<String> words, String begins, String whole) {
    return LongStream.concat(
        words.stream().mapToLong(word -> index.token(whole, word)), beginnings(words, begins));
  }

  private LongStream beginnings(Collection<String> words, String begins) {
    var tokens = new ArrayList<Long>();
    for (String word : words) {
      for (int length = SHORTEST; length <= Math.min(LONGEST, length(word)); length++) {
        tokens.add(index.token(begins, first(word, length)));
      }
    }
    return tokens.stream().mapToLong(Long::longValue);
  }

  /// One of these is stored with everybody of whom a word begins like this. A single letter finds
  /// whole words only.
  List<Long> beginning(String word) {
    return length(word) < SHORTEST
        ? whole(word)
        : LongStream.concat(
                index.tokens(NAME_BEGINS, first(word, LONGEST)),
                index.tokens(MRN_BEGINS, first(word, LONGEST)))
            .boxed()
            .toList();
  }

  /// One of these is stored with everybody whose family name begins like this. None for a single
  /// letter.
  List<Long> family(String word) {
    return length(word) < SHORTEST
        ? List.of()
        : index.tokens(FAMILY_BEGINS, first(word, LONGEST)).boxed().toList();
  }

  /// One of these is stored with everybody who has this very word.
  List<Long> whole(String word) {
    return LongStream.concat(index.tokens(NAME, word), index.tokens(MRN_WORD, word))
        .boxed()
        .toList();
  }

  List<Long> born(LocalDate date) {
    return index.tokens(BORN, date.toString()).boxed().toList();
  }

  private LongStream memberToken(@Nullable Insurance insurance) {
    String number = insurance == null ? "" : memberNumber(insurance.memberId());
    return number.isEmpty() ? LongStream.empty() : LongStream.of(index.token(MEMBER, number));
  }

  /// None if nothing is left of it.
  List<Long> member(String memberId) {
    String number = memberNumber(memberId);
    return number.isEmpty() ? List.of() : index.tokens(MEMBER, number).boxed().toList();
  }

  /// A member id as it is compared: spaces, dashes and case don't matter.
  static String memberNumber(String memberId) {
    return BETWEEN.matcher(Folding.fold(memberId)).replaceAll("");
  }

  List<Long> phone(String ending) {
    return index.tokens(PHONE, ending).boxed().toList();
  }

  /// What no two patients have in common.
  byte[] mrn(String mrn) {
    return index.fingerprint(MRN, mrn);
  }

  /// The same by every key that is in use.
  byte[][] anyMrn(String mrn) {
    return index.fingerprints(MRN, mrn).toArray(byte[][]::new);
  }

  OptionalLong mrnLock(String mrn) {
    return index.lockWhileReplacing(MRN, mrn);
  }

  /// Which key the hashes are made with.
  int key() {
    return index.key();
  }

  Integer[] oldKeys() {
    return index.oldKeys();
  }

  private static int length(String word) {
    return word.codePointCount(0, word.length());
  }

  private static String first(String word, int letters) {
    return length(word) <= letters ? word : word.substring(0, word.offsetByCodePoints(0, letters));
  }
}
