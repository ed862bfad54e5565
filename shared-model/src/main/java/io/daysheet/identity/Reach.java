package io.daysheet.identity;

/// How far a right reaches. Each reaches further than those before it, as far as one account can
/// have both.
public enum Reach {
  /// Not at all: it is refused before anything is looked at.
  NOTHING,
  /// The patient's own record and visits.
  OWN_RECORD,
  /// The doctor's own calendar, and the patients who have the doctor as their own or have or had a
  /// visit there.
  OWN_PATIENTS,
  /// What belongs to the account's hospitals.
  OWN_HOSPITALS,
  EVERYTHING;

  public Reach or(Reach other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
