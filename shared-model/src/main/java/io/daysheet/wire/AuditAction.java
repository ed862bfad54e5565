package io.daysheet.wire;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Optional;

/// What somebody did, as the audit trail calls it. The words never change their meaning: entries of
/// years ago name them.
public enum AuditAction {
  DAY_READ("day-read", "schedule"),
  /// The list of visits that somebody should move or cancel.
  REBOOKING_READ("rebooking-read", "schedule"),
  APPOINTMENT_READ("appointment-read", "appointment"),
  APPOINTMENT_BOOKED("appointment-booked", "appointment"),
  APPOINTMENT_HISTORY_READ("appointment-history-read", "appointment"),
  /// Somebody took a visit along as a file for a calendar.
  APPOINTMENT_EXPORTED("appointment-exported", "appointment"),
  APPOINTMENT_MOVED("appointment-moved", "appointment"),
  APPOINTMENT_CONFIRMED("appointment-confirmed", "appointment"),
  APPOINTMENT_CHECKED_IN("appointment-checked-in", "appointment"),
  APPOINTMENT_CHECK_IN_UNDONE("appointment-check-in-undone", "appointment"),
  APPOINTMENT_COMPLETED("appointment-completed", "appointment"),
  APPOINTMENT_CANCELLED("appointment-cancelled", "appointment"),
  APPOINTMENT_NO_SHOW("appointment-no-show", "appointment"),
  AVAILABILITY_CREATED("availability-created", "availability"),
  AVAILABILITY_CHANGED("availability-changed", "availability"),
  AVAILABILITY_REMOVED("availability-removed", "availability"),
  WEEKLY_PLAN_CREATED("weekly-plan-created", "weekly-plan"),
  /// Also one of its dates.
  WEEKLY_PLAN_CHANGED("weekly-plan-changed", "weekly-plan"),
  WEEKLY_PLAN_REMOVED("weekly-plan-removed", "weekly-plan"),
  TIME_OFF_CREATED("time-off-created", "time-off"),
  TIME_OFF_CHANGED("time-off-changed", "time-off"),
  TIME_OFF_REMOVED("time-off-removed", "time-off"),
  PATIENTS_SEARCHED("patients-searched", "patient"),
  PATIENT_READ("patient-read", "patient"),
  PATIENT_VISITS_READ("patient-visits-read", "patient"),
  PATIENT_REGISTERED("patient-registered", "patient"),
  /// A doctor asked to see a patient who isn't theirs, and said why. Until it ends, what they read
  /// of that patient carries the reason too.
  EMERGENCY_ACCESS("emergency-access", "emergency-access"),
  EMERGENCY_ACCESS_ENDED("emergency-access-ended", "emergency-access"),
  EMERGENCY_ACCESS_READ("emergency-access-read", "emergency-access"),
  PATIENT_CHANGED("patient-changed", "patient"),
  /// Somebody looked whether a person is registered already.
  DUPLICATES_SEARCHED("duplicates-searched", "patient"),
  /// A record became part of another: the one that is named is out of service.
  PATIENT_MERGED("patient-merged", "patient"),
  HOSPITAL_CREATED("hospital-created", "hospital"),
  HOSPITAL_CHANGED("hospital-changed", "hospital"),
  ROOM_CREATED("room-created", "room"),
  ROOM_CHANGED("room-changed", "room"),
  ROOM_REMOVED("room-removed", "room"),
  DOCTOR_CREATED("doctor-created", "doctor"),
  DOCTOR_CHANGED("doctor-changed", "doctor"),
  /// A desk asked for what it missed of a hospital's changes, and follows from there.
  CHANGES_FOLLOWED("changes-followed", "schedule"),
  /// The desk does not follow that hospital any more.
  CHANGES_LEFT("changes-left", "schedule"),
  /// Changes of a hospital go to those who follow it and may see them: `readers` names the
  /// accounts.
  CHANGES_SENT("changes-sent", "schedule"),

  SIGNED_IN("signed-in", "account"),
  SIGN_IN_REFUSED("sign-in-refused", "account"),
  SIGN_IN_LOCKED("sign-in-locked", "account"),
  SIGNED_OUT("signed-out", "account"),
  TOKEN_ISSUED("token-issued", "account"),
  TOKEN_REFUSED("token-refused", "account"),
  ACCOUNTS_READ("accounts-read", "account"),
  ACCOUNT_CREATED("account-created", "account"),
  ACCOUNT_CHANGED("account-changed", "account"),
  ACCOUNT_UNLOCKED("account-unlocked", "account"),
  PASSWORD_RESET("password-reset", "account"),
  PASSWORD_CHANGED("password-changed", "account"),
  SECOND_FACTOR_CHANGED("second-factor-changed", "account"),
  PIN_CHANGED("pin-changed", "account"),
  DESK_UNLOCKED("desk-unlocked", "account"),
  CLIENTS_READ("clients-read", "client"),
  /// A client has no number: its account is named.
  CLIENT_CREATED("client-created", "account"),
  CLIENT_CHANGED("client-changed", "account"),

  AUDIT_READ("audit-read", "audit"),
  AUDIT_VERIFIED("audit-verified", "audit"),
  AUDIT_EXPORTED("audit-exported", "audit"),

  /// A request for something that is not audited when it is answered was forbidden.
  REQUEST("request", "endpoint");

  private final String word;
  private final String subject;

  AuditAction(String word, String subject) {
    this.word = word;
    this.subject = subject;
  }

  /// As it is stored and travels.
  @JsonValue
  public String word() {
    return word;
  }

  /// The kind of thing that an entry's `subjectId` names.
  public String subject() {
    return subject;
  }

  public static Optional<AuditAction> ofWord(String word) {
    return Arrays.stream(values()).filter(action -> action.word.equals(word)).findFirst();
  }
}
