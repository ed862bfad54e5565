package io.daysheet.identity;

import static io.daysheet.identity.Reach.EVERYTHING;
import static io.daysheet.identity.Reach.NOTHING;
import static io.daysheet.identity.Reach.OWN_HOSPITALS;
import static io.daysheet.identity.Reach.OWN_PATIENTS;
import static io.daysheet.identity.Reach.OWN_RECORD;

import java.util.Set;

/// The table of who may do what: the one place where it stands.
///
/// A patient's record belongs to no hospital, or the same person would be registered at each: who
/// keeps patients reaches all of them, and of their visits only those at the own hospitals.
public final class Rights {

  private Rights() {}

  /// How far a right reaches for one role.
  ///
  /// @param scopes what the token of an integration names; of no meaning to other roles
  public static Reach of(Role role, Right right, Set<String> scopes) {
    return switch (role) {
      case RECEPTIONIST -> receptionist(right);
      case SCHEDULER -> scheduler(right);
      case DOCTOR -> doctor(right);
      case ADMIN -> admin(right);
      case AUDITOR -> auditor(right);
      case PATIENT -> patient(right);
      case INTEGRATION ->
          right == Right.OWN_ACCOUNT || right.scope().filter(scopes::contains).isPresent()
              ? scheduler(right)
              : NOTHING;
    };
  }

  private static Reach receptionist(Right right) {
    return switch (right) {
      case SEE_DAY, SEE_VISITS, BOOK, OPEN_TIME -> OWN_HOSPITALS;
      case SEE_DIRECTORY, SEE_FREE_TIMES, SEE_PATIENTS, KEEP_PATIENTS, OWN_ACCOUNT -> EVERYTHING;
      case ARRANGE_TIME,
          TAKE_TIME_OFF,
          SEE_MEDICAL_RECORDS,
          EMERGENCY_ACCESS,
          MANAGE_HOSPITALS,
          MANAGE_USERS,
          READ_AUDIT ->
          NOTHING;
    };
  }

  private static Reach scheduler(Right right) {
    return switch (right) {
      case SEE_DAY, SEE_VISITS, BOOK, OPEN_TIME, ARRANGE_TIME, TAKE_TIME_OFF -> OWN_HOSPITALS;
      case SEE_DIRECTORY, SEE_FREE_TIMES, SEE_PATIENTS, KEEP_PATIENTS, OWN_ACCOUNT -> EVERYTHING;
      case SEE_MEDICAL_RECORDS, EMERGENCY_ACCESS, MANAGE_HOSPITALS, MANAGE_USERS, READ_AUDIT ->
          NOTHING;
    };
  }

  private static Reach doctor(Right right) {
    return switch (right) {
      case SEE_DAY, SEE_VISITS, BOOK, TAKE_TIME_OFF, SEE_PATIENTS, SEE_MEDICAL_RECORDS ->
          OWN_PATIENTS;
      case SEE_DIRECTORY, SEE_FREE_TIMES, EMERGENCY_ACCESS, OWN_ACCOUNT -> EVERYTHING;
      case OPEN_TIME, ARRANGE_TIME, KEEP_PATIENTS, MANAGE_HOSPITALS, MANAGE_USERS, READ_AUDIT ->
          NOTHING;
    };
  }

  private static Reach admin(Right right) {
    return switch (right) {
      case SEE_DIRECTORY, MANAGE_HOSPITALS, MANAGE_USERS, OWN_ACCOUNT -> EVERYTHING;
      case SEE_FREE_TIMES,
          SEE_DAY,
          SEE_VISITS,
          BOOK,
          OPEN_TIME,
          ARRANGE_TIME,
          TAKE_TIME_OFF,
          SEE_PATIENTS,
          KEEP_PATIENTS,
          SEE_MEDICAL_RECORDS,
          EMERGENCY_ACCESS,
          READ_AUDIT ->
          NOTHING;
    };
  }

  private static Reach auditor(Right right) {
    return switch (right) {
      case READ_AUDIT, OWN_ACCOUNT -> EVERYTHING;
      case SEE_DIRECTORY,
          SEE_FREE_TIMES,
          SEE_DAY,
          SEE_VISITS,
          BOOK,
          OPEN_TIME,
          ARRANGE_TIME,
          TAKE_TIME_OFF,
          SEE_PATIENTS,
          KEEP_PATIENTS,
          SEE_MEDICAL_RECORDS,
          EMERGENCY_ACCESS,
          MANAGE_HOSPITALS,
          MANAGE_USERS ->
          NOTHING;
    };
  }

  private static Reach patient(Right right) {
    return switch (right) {
      case SEE_VISITS, BOOK, SEE_PATIENTS, KEEP_PATIENTS, SEE_MEDICAL_RECORDS -> OWN_RECORD;
      case SEE_DIRECTORY, SEE_FREE_TIMES, OWN_ACCOUNT -> EVERYTHING;
      case SEE_DAY,
          OPEN_TIME,
          ARRANGE_TIME,
          TAKE_TIME_OFF,
          EMERGENCY_ACCESS,
          MANAGE_HOSPITALS,
          MANAGE_USERS,
          READ_AUDIT ->
          NOTHING;
    };
  }
}
