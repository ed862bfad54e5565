package io.daysheet.rule;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.daysheet.hospital.DoctorId;
import io.daysheet.hospital.HospitalId;
import io.daysheet.hospital.RoomId;
import io.daysheet.identity.AccountId;
import io.daysheet.patient.PatientId;
import io.daysheet.schedule.AppointmentStatus;
import io.daysheet.schedule.HoldId;
import io.daysheet.schedule.TimeOff;
import io.daysheet.schedule.TimeOffId;
import io.daysheet.time.TimeRange;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Why something is refused: a stable code and the facts. The text is made from it at the edge, in
/// the user's language.
public sealed interface Violation {

  /// The code of the contract, such as `off-grid`.
  default String code() {
    return Objects.requireNonNull(getClass().getAnnotation(JsonTypeName.class)).value();
  }

  /// Somebody else's data is in the way: it may go away without the request changing.
  sealed interface Conflict extends Violation {}

  /// A conflict with one thing that can be shown.
  sealed interface Blocked extends Conflict {
    Blocker blocker();

    /// The same with the blocker's author filled in.
    Blocked withBlocker(Blocker blocker);
  }

  /// A wall-clock time that the hospital's zone skips that day.
  ///
  /// @param field `start` or `end`
  @JsonTypeName("nonexistent-local-time")
  record NonexistentLocalTime(String field, LocalDateTime local, ZoneId timeZone)
      implements Violation {}

  /// A start or an end that is not on the grid.
  ///
  /// @param field `start` or `end`
  @JsonTypeName("off-grid")
  record OffGrid(String field, Instant at, int gridMinutes) implements Violation {}

  @JsonTypeName("wrong-duration")
  record WrongDuration(String type, long minutes, int requiredMinutes) implements Violation {}

  @JsonTypeName("too-short")
  record TooShort(long minutes, long requiredMinutes) implements Violation {}

  /// It begins before opening or ends after closing.
  ///
  /// @param open the openings of the dates concerned; empty if closed all day
  @JsonTypeName("outside-operating-hours")
  record OutsideOperatingHours(Instant start, Instant end, List<TimeRange> open)
      implements Violation {}

  @JsonTypeName("hospital-closed")
  record HospitalClosed(LocalDate date, String reason) implements Violation {}

  @JsonTypeName("in-the-past")
  record InThePast(Instant start, Instant now) implements Violation {}

  /// It keeps less than the minimum notice.
  ///
  /// @param earliest the first instant that keeps the minimum notice
  @JsonTypeName("too-soon")
  record TooSoon(Instant start, Instant earliest) implements Violation {}

  /// It lies beyond the horizon.
  ///
  /// @param latest the last date of the hospital's calendar that can be booked
  @JsonTypeName("too-far-ahead")
  record TooFarAhead(Instant start, LocalDate latest) implements Violation {}

  /// The hospital, the doctor or the patient is out of service.
  ///
  /// @param subject what is out of service
  @JsonTypeName("inactive")
  record Inactive(Subject subject, UUID id) implements Violation {}

  /// What can be out of service. A doctor is so at a hospital where they do not work.
  enum Subject {
    HOSPITAL,
    DOCTOR,
    PATIENT,
    ROOM
  }

  /// It lies in no single availability of that doctor at that hospital.
  ///
  /// @param available the doctor's availabilities at that hospital around that time
  @JsonTypeName("outside-availability")
  record OutsideAvailability(
      DoctorId doctorId,
      HospitalId hospitalId,
      Instant start,
      Instant end,
      List<TimeRange> available)
      implements Violation {}

  @JsonTypeName("availability-overlap")
  record AvailabilityOverlap(DoctorId doctorId, Blocker blocker) implements Blocked {
    @Override
    public Blocked withBlocker(Blocker other) {
      return new AvailabilityOverlap(doctorId, other);
    }
  }

  @JsonTypeName("availability-in-use")
  record AvailabilityInUse(UUID id, List<Blocker> appointments) implements Conflict {}

  @JsonTypeName("doctor-busy")
  record DoctorBusy(DoctorId doctorId, Blocker blocker) implements Blocked {
    @Override
    public Blocked withBlocker(Blocker other) {
      return new DoctorBusy(doctorId, other);
    }
  }

  @JsonTypeName("patient-busy")
  record PatientBusy(PatientId patientId, Blocker blocker) implements Blocked {
    @Override
    public Blocked withBlocker(Blocker other) {
      return new PatientBusy(patientId, other);
    }
  }

  /// Another desk keeps an overlapping slot of that doctor while it types.
  ///
  /// @param until when the hold expires by itself
  @JsonTypeName("held-by-another")
  record HeldByAnother(DoctorId doctorId, Blocker blocker, Instant until) implements Blocked {
    @Override
    public Blocked withBlocker(Blocker other) {
      return new HeldByAnother(doctorId, other, until);
    }
  }

  /// The own hold is over: it expired, or was released.
  @JsonTypeName("hold-expired")
  record HoldExpired(HoldId holdId) implements Conflict {}

  /// The account keeps as many slots as one may at once.
  @JsonTypeName("too-many-holds")
  record TooManyHolds(int limit) implements Conflict {}

  @JsonTypeName("room-busy")
  record RoomBusy(RoomId roomId, Blocker blocker) implements Blocked {
    @Override
    public Blocked withBlocker(Blocker other) {
      return new RoomBusy(roomId, other);
    }
  }

  /// The type needs a room, and the hospital has none in service.
  @JsonTypeName("no-room")
  record NoRoom(HospitalId hospitalId) implements Violation {}

  /// The doctor is away then.
  ///
  /// @param reason null for somebody whose business it is not
  @JsonTypeName("on-time-off")
  record OnTimeOff(
      DoctorId doctorId,
      TimeOffId timeOffId,
      Instant start,
      Instant end,
      TimeOff.@Nullable Reason reason)
      implements Violation {
    public OnTimeOff withoutReason() {
      return new OnTimeOff(doctorId, timeOffId, start, end, null);
    }
  }

  /// Inside the notice a patient can't move or cancel a visit; staff can, with a reason.
  ///
  /// @param latest the last instant at which the patient could
  @JsonTypeName("cancellation-too-late")
  record CancellationTooLate(Instant start, Instant latest) implements Violation {}

  /// Patients don't book or move visits of that type themselves; staff do it for them.
  @JsonTypeName("not-self-service")
  record NotSelfService(String type) implements Violation {}

  /// The visit is a new patient's first, and the doctor takes none.
  @JsonTypeName("not-accepting-new-patients")
  record NotAcceptingNewPatients(DoctorId doctorId) implements Violation {}

  /// The doctor does not take the patient's plan.
  ///
  /// @param accepted the plans that the doctor takes
  @JsonTypeName("insurance-not-accepted")
  record InsuranceNotAccepted(DoctorId doctorId, List<String> accepted) implements Violation {}

  @JsonTypeName("illegal-transition")
  record IllegalTransition(AppointmentStatus from, AppointmentStatus to, @Nullable Instant start)
      implements Conflict {}

  /// A write was made from an older version than the current one.
  @JsonTypeName("stale")
  record Stale(int version, int current) implements Violation {}

  /// Another patient has that medical record number: perhaps it is the same person.
  @JsonTypeName("mrn-taken")
  record MrnTaken(PatientId patientId) implements Conflict {}

  /// Another doctor has that National Provider Identifier.
  @JsonTypeName("npi-taken")
  record NpiTaken(DoctorId doctorId) implements Conflict {}

  /// Another room of the hospital has that name on its door.
  @JsonTypeName("room-name-taken")
  record RoomNameTaken(RoomId roomId) implements Conflict {}

  /// Visits name the room, past ones too: it can only be put out of service.
  @JsonTypeName("room-in-use")
  record RoomInUse(RoomId roomId, long visits) implements Conflict {}

  /// The patient's record was merged into another, which is the one to keep from now on.
  ///
  /// @param patientId the other
  @JsonTypeName("merged")
  record Merged(PatientId patientId) implements Conflict {}

  /// Something about an account: who it belongs to, and what it signs in with. What was typed is
  /// not repeated.
  sealed interface OfAccount extends Violation {}

  /// A password with fewer characters than are safe. There are no other rules of what it is made
  /// of.
  @JsonTypeName("password-too-short")
  record PasswordTooShort(String field, int requiredLength) implements OfAccount {}

  /// A password that is in a list of known ones, or is made of such words, rows of keys,
  /// repetitions, dates: who guesses comes to it soon.
  @JsonTypeName("password-too-common")
  record PasswordTooCommon(String field) implements OfAccount {}

  /// A password with the account's login or name in it.
  @JsonTypeName("password-names-account")
  record PasswordNamesAccount(String field) implements OfAccount {}

  /// The new password is the present one.
  @JsonTypeName("password-unchanged")
  record PasswordUnchanged(String field) implements OfAccount {}

  /// A PIN that is guessed soon: one digit throughout, a row of digits, a year or a date.
  @JsonTypeName("pin-too-simple")
  record PinTooSimple(String field) implements OfAccount {}

  /// A password, a code or a PIN that is not the right one.
  ///
  /// @param triesLeft before the full sign-in is needed; null if they are not counted so
  @JsonTypeName("wrong-secret")
  record WrongSecret(String field, @Nullable Integer triesLeft) implements OfAccount {}

  /// There is nothing to unlock with any more, or there never was: sign in anew.
  @JsonTypeName("full-sign-in-needed")
  record FullSignInNeeded() implements OfAccount, Conflict {}

  /// Another account has that login.
  @JsonTypeName("login-taken")
  record LoginTaken(AccountId accountId) implements OfAccount, Conflict {}

  /// Another client has that id.
  @JsonTypeName("client-id-taken")
  record ClientIdTaken(AccountId accountId) implements OfAccount, Conflict {}

  /// Nobody could manage users any more.
  @JsonTypeName("last-administrator")
  record LastAdministrator(AccountId accountId) implements OfAccount, Conflict {}

  /// Nobody changes what the own account may do.
  ///
  /// @param field `roles`, `hospitals`, `doctorId`, `patientId` or `active`
  @JsonTypeName("own-account")
  record OwnAccount(String field) implements OfAccount {}

  /// The account has a second factor already: remove that one first.
  @JsonTypeName("second-factor-active")
  record SecondFactorActive() implements OfAccount, Conflict {}

  /// A field that the request needs is not there, null or blank.
  ///
  /// @param field its name, with a path where it lies deeper: `insurance.plan`
  @JsonTypeName("missing-field")
  record MissingField(String field) implements Violation {}

  /// A field that the request does not know: a misspelt one is never lost in silence.
  @JsonTypeName("unknown-field")
  record UnknownField(String field) implements Violation {}

  /// A value that its field can't take. The value itself is not repeated: it may be a patient's.
  ///
  /// @param expected what it takes
  @JsonTypeName("invalid-value")
  record InvalidValue(String field, Expected expected) implements Violation {}

  /// What a field takes.
  enum Expected {
    /// An object `{…}`.
    OBJECT,
    /// A list `[…]`.
    LIST,
    /// Text in quotes.
    TEXT,
    /// Text of whole characters that can be stored: no U+0000, no half of a surrogate pair.
    STORABLE_TEXT,
    /// A whole number within the field's limits.
    NUMBER,
    /// `true` or `false`.
    BOOLEAN,
    /// 36 characters, `018f3c1e-…`.
    UUID,
    /// `YYYY-MM-DD`, a date that exists.
    DATE,
    /// RFC 3339 with an offset: `2026-03-14T09:00:00+01:00`.
    TIME_WITH_OFFSET,
    /// A date from 1900 on that is not in the future.
    BIRTH_DATE,
    /// A phone number: digits, with `+`, spaces, dots, dashes, brackets and an extension.
    PHONE,
    /// An e-mail address.
    EMAIL,
    /// One of the words that the field knows.
    KNOWN_WORD,
    /// 2 to 100 of the letters a to z, digits and `. _ @ + -`.
    LOGIN,
    /// One role or more of those that go together: a patient and an integration have no other.
    ROLES,
    /// 6 to 12 digits.
    PIN,
    /// The account of a person; a program signs in as its client.
    PERSON,
    /// The account of a program: in service, with the role INTEGRATION.
    PROGRAM,
    /// 3 to 64 of the letters a to z, digits and `. _ -`, beginning with a letter or digit.
    CLIENT_ID,
    /// A JWK set of one to ten public keys: RSA of 2048 bits or more, or EC P-256.
    PUBLIC_KEYS,
    /// Nothing: the field goes with another role.
    NOTHING,
    /// A zone of the IANA's: `Europe/Berlin`.
    TIME_ZONE,
    /// Degrees of WGS 84: latitude -90 to 90, longitude -180 to 180.
    DEGREES,
    /// `HH:mm`, up to `24:00`.
    TIME_OF_DAY,
    /// An interval that closes after it opens, and overlaps no other of its weekday.
    OPENING_HOURS,
    /// ISO 8601, as `PT24H`, within the field's limits.
    DURATION,
    /// 2 to 40 capital letters, digits and `_`, beginning with a letter.
    TYPE_CODE,
    /// A National Provider Identifier: ten digits, the last of which checks the others.
    NPI,
    /// A language as ISO 639-1 has it: two small letters.
    LANGUAGE,
    /// What no other entry of the list has.
    ONCE,
    /// What the address or the header says, or nothing.
    AS_ADDRESSED,
    /// A date that is not before the one with which it begins.
    LATER_DATE,
    /// An end that is later than its beginning, by 400 days at most.
    END_OF_PERIOD,
    /// A date on which the weekly plan counts.
    DATE_OF_PLAN,
    /// The id of another record than this.
    ANOTHER_ID,
    /// The id of something that exists.
    EXISTING_ID,
    /// What an earlier answer gave, unchanged.
    CURSOR,
    /// The number in quotes that the answer's `ETag` had.
    VERSION
  }

  /// A reason that says too little.
  ///
  /// @param requiredLetters so many of its characters have to be letters
  @JsonTypeName("reason-too-short")
  record ReasonTooShort(String field, int requiredLetters) implements Violation {}

  /// A text that is longer than its field takes.
  ///
  /// @param length and limit in Unicode characters
  @JsonTypeName("too-long")
  record TooLong(String field, int length, int limit) implements Violation {}
}
