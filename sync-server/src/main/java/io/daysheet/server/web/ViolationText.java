package io.daysheet.server.web;

import io.daysheet.rule.Violation;
import java.util.Locale;

/// A violation in plain English, for those who read the API's answers; the desk makes its own text.
/// It names fields and rules, never a value that was sent: that may be a patient's.
final class ViolationText {

  private ViolationText() {}

  static String of(Violation violation) {
    return switch (violation) {
      case Violation.NonexistentLocalTime v ->
          "The %s does not exist on the hospital's clock that day: choose another."
              .formatted(v.field());
      case Violation.OffGrid v ->
          "The %s is not on the hospital's grid of %d minutes."
              .formatted(v.field(), v.gridMinutes());
      case Violation.WrongDuration v ->
          "A visit of this type takes %d minutes.".formatted(v.requiredMinutes());
      case Violation.TooShort v -> "It takes at least %d minutes.".formatted(v.requiredMinutes());
      case Violation.OutsideOperatingHours _ ->
          "It has to lie wholly inside the hospital's operating hours, which are named in open.";
      case Violation.HospitalClosed v -> "The hospital is closed on %s.".formatted(v.date());
      case Violation.InThePast _ -> "It has to start after now.";
      case Violation.TooSoon _ -> "It is too short notice: see earliest.";
      case Violation.TooFarAhead v -> "It can be booked up to %s.".formatted(v.latest());
      case Violation.Inactive v ->
          "The %s is not in service here.".formatted(v.subject().name().toLowerCase(Locale.ROOT));
      case Violation.OutsideAvailability _ ->
          "It has to lie wholly inside one availability of the doctor; those around are in"
              + " available.";
      case Violation.AvailabilityOverlap _ ->
          "The doctor already has an availability at that time: see blocker.";
      case Violation.AvailabilityInUse _ ->
          "Visits are booked in it: move or cancel those in appointments first.";
      case Violation.DoctorBusy _ ->
          "The doctor has another visit at that time: see blocker, and choose another start.";
      case Violation.PatientBusy _ -> "The patient has another visit at that time: see blocker.";
      case Violation.RoomBusy _ -> "The room is taken at that time: see blocker.";
      case Violation.NoRoom _ ->
          "A visit of this type needs a room, and the hospital has none in service.";
      case Violation.HeldByAnother v ->
          "Another desk keeps that time until %s: choose another start, or wait."
              .formatted(v.until());
      case Violation.HoldExpired _ -> "The hold is over: book without it, or hold the slot anew.";
      case Violation.TooManyHolds v ->
          "One account keeps up to %d slots at once: book or release one.".formatted(v.limit());
      case Violation.OnTimeOff _ -> "The doctor is away then, from start to end.";
      case Violation.CancellationTooLate _ ->
          "It begins too soon for that: see latest. Staff may do it with a reason.";
      case Violation.NotSelfService _ -> "Visits of this type are arranged by the staff: ask them.";
      case Violation.NotAcceptingNewPatients _ -> "The doctor takes no new patients.";
      case Violation.InsuranceNotAccepted _ ->
          "The doctor does not take the patient's insurance plan: see accepted.";
      case Violation.IllegalTransition v ->
          "A visit that is %s can't become %s now.".formatted(v.from(), v.to());
      case Violation.Stale _ -> "It was changed in the meantime.";
      case Violation.MrnTaken _ ->
          "Another patient has that MRN: look at patientId before a second record is made.";
      case Violation.NpiTaken _ -> "Another doctor has that NPI: see doctorId.";
      case Violation.RoomNameTaken _ -> "Another room of the hospital has that name: see roomId.";
      case Violation.RoomInUse v ->
          "%d visits are or were in that room: put it out of service instead."
              .formatted(v.visits());
      case Violation.Merged _ ->
          "The patient's record was merged into another: go on with patientId.";
      case Violation.OfAccount v -> ofAccount(v);
      case Violation.MissingField v -> "The field %s is missing.".formatted(v.field());
      case Violation.UnknownField v ->
          "The field %s is not known: check its spelling.".formatted(v.field());
      case Violation.InvalidValue v -> "The field %s takes %s.".formatted(v.field(), expected(v));
      case Violation.ReasonTooShort v ->
          "The field %s takes a reason with at least %d letters."
              .formatted(v.field(), v.requiredLetters());
      case Violation.TooLong v ->
          "The field %s takes up to %d characters.".formatted(v.field(), v.limit());
    };
  }

  private static String ofAccount(Violation.OfAccount violation) {
    return switch (violation) {
      case Violation.PasswordTooShort v ->
          "A password has at least %d characters; nothing else is asked of it."
              .formatted(v.requiredLength());
      case Violation.PasswordTooCommon _ ->
          "This password is among those that are tried first: take a few words that don't belong"
              + " together.";
      case Violation.PasswordNamesAccount _ ->
          "The password must not have the login or the name in it.";
      case Violation.PasswordUnchanged _ -> "The new password must not be the present one.";
      case Violation.PinTooSimple _ ->
          "The PIN must not be one digit throughout, a row of digits, a year or a date.";
      case Violation.WrongSecret v -> "The field %s is not right.".formatted(v.field());
      case Violation.FullSignInNeeded _ ->
          "There is no PIN to unlock with, or it was wrong too often: sign in anew.";
      case Violation.LoginTaken _ -> "Another account has that login.";
      case Violation.ClientIdTaken _ -> "Another client has that id.";
      case Violation.LastAdministrator _ ->
          "It is the last account in service that manages users: give another one that role first.";
      case Violation.OwnAccount v ->
          "Nobody changes the field %s of the own account: ask another administrator."
              .formatted(v.field());
      case Violation.SecondFactorActive _ ->
          "The account has a second factor already: remove that one first.";
    };
  }

  private static String expected(Violation.InvalidValue violation) {
    return switch (violation.expected()) {
      case OBJECT -> "an object";
      case LIST -> "a list";
      case TEXT -> "text";
      case STORABLE_TEXT -> "text of whole Unicode characters without U+0000";
      case NUMBER -> "a whole number within its limits";
      case BOOLEAN -> "true or false";
      case UUID -> "a UUID of 36 characters";
      case DATE -> "a date that exists, as YYYY-MM-DD";
      case TIME_WITH_OFFSET -> "a time with offset, as 2026-03-14T09:00:00+01:00";
      case BIRTH_DATE -> "a date from 1900 on that is not in the future";
      case PHONE -> "a phone number";
      case EMAIL -> "an e-mail address";
      case KNOWN_WORD -> "one of the words that the documentation lists";
      case LOGIN -> "2 to 100 of the letters a to z, digits and . _ @ + -";
      case ROLES -> "one role or more; PATIENT and INTEGRATION go with no other";
      case PIN -> "6 to 12 digits";
      case PERSON -> "the account of a person; a program signs in as its client";
      case PROGRAM -> "an account in service with the role INTEGRATION";
      case CLIENT_ID -> "3 to 64 of the letters a to z, digits and . _ -";
      case PUBLIC_KEYS -> "a JWK set of public keys: RSA of 2048 bits or more, or EC P-256";
      case NOTHING -> "nothing: it goes with another role";
      case TIME_ZONE -> "an IANA zone such as Europe/Berlin";
      case DEGREES -> "degrees: latitude -90 to 90, longitude -180 to 180";
      case TIME_OF_DAY -> "a time as HH:mm, up to 24:00";
      case OPENING_HOURS ->
          "an interval that closes after it opens and overlaps no other of its weekday";
      case DURATION -> "an ISO 8601 duration such as PT24H, within its limits";
      case TYPE_CODE -> "2 to 40 capital letters, digits and _, beginning with a letter";
      case NPI -> "a National Provider Identifier: ten digits with the right check digit";
      case LANGUAGE -> "a language of ISO 639-1: two small letters";
      case ONCE -> "what no other entry has";
      case AS_ADDRESSED -> "what the address and If-Match say, or nothing";
      case LATER_DATE -> "a date that is not before the one with which it begins";
      case END_OF_PERIOD -> "an end that is later than the beginning, by 400 days at most";
      case DATE_OF_PLAN -> "a date on which the weekly plan counts";
      case ANOTHER_ID -> "the id of another record than this";
      case EXISTING_ID -> "the id of something that exists";
      case CURSOR -> "the value that the answer before gave as next";
      case VERSION -> "the version in quotes, as the ETag had it";
    };
  }
}
