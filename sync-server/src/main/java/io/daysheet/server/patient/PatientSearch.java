package io.daysheet.server.patient;

import static io.daysheet.server.patient.Candidate.BEST_FIRST;

import io.daysheet.patient.Patient;
import io.daysheet.patient.PatientId;
import io.daysheet.server.access.Sight;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// Finds patients by what a receptionist types: beginnings of any of the names or of the MRN, in
/// any order, a birth date as `1987-05-14`, a phone number by its last digits. Accents, case,
/// apostrophes and hyphens don't matter.
///
/// Best first: those with whole words, then by name.
@Component
class PatientSearch {

  private final Candidates candidates;
  private final PatientRows rows;

  PatientSearch(Candidates candidates, PatientRows rows) {
    this.candidates = candidates;
    this.rows = rows;
  }

  /// @param after the last one that was seen
  List<Patient> find(String typed, Sight sight, int limit, Optional<PatientId> after) {
    PatientQuery query = PatientQuery.of(typed);
    if (query.conditions().isEmpty() || query.isTooShort()) {
      return List.of();
    }
    Stream<Candidate> found =
        candidates.of(query, sight).stream().filter(each -> each.meets(query)).sorted(BEST_FIRST);
    if (after.isPresent()) {
      Optional<Candidate> last = candidates.find(after.get(), query, sight);
      found =
          last.isEmpty()
              ? Stream.empty()
              : found.filter(each -> BEST_FIRST.compare(each, last.get()) > 0);
    }
    return read(found.limit(limit).map(Candidate::id).toList());
  }

  private List<Patient> read(List<PatientId> ids) {
    Map<PatientId, Patient> patients =
        rows.find(ids).stream().collect(Collectors.toMap(Patient::id, Function.identity()));
    return ids.stream().flatMap(id -> Stream.ofNullable(patients.get(id))).toList();
  }
}
