package io.daysheet.identity;

import java.util.Optional;
import java.util.stream.Stream;

/// One thing that somebody may be allowed to do. Each endpoint, frame and screen needs one.
public enum Right {
  /// The hospitals and the doctors, as everybody needs them who looks at a schedule.
  SEE_DIRECTORY("directory:read"),
  /// At which times a doctor can be booked: who looks for a slot sees no visits.
  SEE_FREE_TIMES("schedule:read"),
  /// A hospital's day, and each change of it.
  SEE_DAY("schedule:read"),
  /// One visit, and a patient's visits.
  SEE_VISITS("schedule:read"),
  /// Book, move, confirm, check in, complete, cancel.
  BOOK("schedule:write"),
  /// Make availabilities.
  OPEN_TIME("availability:write"),
  /// Change and remove availabilities, keep weekly plans.
  ARRANGE_TIME("availability:write"),
  /// Enter time off.
  TAKE_TIME_OFF("availability:write"),
  SEE_PATIENTS("patients:read"),
  /// Register patients and edit their records.
  KEEP_PATIENTS("patients:write"),
  SEE_MEDICAL_RECORDS(""),
  /// See for a few hours a patient who isn't one's own, with a reason that is written down.
  EMERGENCY_ACCESS(""),
  /// Hospitals with their hours and policies, doctors, rooms.
  MANAGE_HOSPITALS(""),
  /// Accounts, their roles and hospitals, and the clients of programs.
  MANAGE_USERS(""),
  /// Read, verify and export the audit trail.
  READ_AUDIT(""),
  /// What everybody has who is signed in: the own account, its PIN, the way out.
  OWN_ACCOUNT("");

  private final String scope;

  Right(String scope) {
    this.scope = scope;
  }

  /// The OAuth scope by which an integration gets it; empty if none has it.
  public Optional<String> scope() {
    return Optional.of(scope).filter(text -> !text.isEmpty());
  }

  /// Whether an emergency gives more of it: it lets somebody look, and write nothing.
  public boolean reachesFurtherInEmergency() {
    return switch (this) {
      case SEE_DAY, SEE_VISITS, SEE_PATIENTS, SEE_MEDICAL_RECORDS -> true;
      case SEE_DIRECTORY,
          SEE_FREE_TIMES,
          BOOK,
          OPEN_TIME,
          ARRANGE_TIME,
          TAKE_TIME_OFF,
          KEEP_PATIENTS,
          EMERGENCY_ACCESS,
          MANAGE_HOSPITALS,
          MANAGE_USERS,
          READ_AUDIT,
          OWN_ACCOUNT ->
          false;
    };
  }

  /// Every scope there is, each once.
  public static Stream<String> scopes() {
    return Stream.of(values()).flatMap(right -> right.scope().stream()).distinct();
  }
}
