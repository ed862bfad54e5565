package io.daysheet.server.openapi;

import io.daysheet.hospital.Doctor;
import io.daysheet.hospital.Hospital;
import io.daysheet.hospital.Room;
import io.daysheet.patient.Patient;
import io.daysheet.schedule.Appointment;
import io.daysheet.schedule.AppointmentEvent;
import io.daysheet.schedule.Availability;
import io.daysheet.schedule.DaySchedule;
import io.daysheet.schedule.Hold;
import io.daysheet.schedule.Slot;
import io.daysheet.schedule.TimeOff;
import io.daysheet.schedule.WeeklyPlan;
import io.daysheet.wire.AttentionCount;
import io.daysheet.wire.AuditEntry;
import io.daysheet.wire.AuditLine;
import io.daysheet.wire.AuditVerification;
import io.daysheet.wire.ClientSecret;
import io.daysheet.wire.EmergencyAccess;
import io.daysheet.wire.LikelySame;
import io.daysheet.wire.Me;
import io.daysheet.wire.MergedPatient;
import io.daysheet.wire.NewClient;
import io.daysheet.wire.OneTimePassword;
import io.daysheet.wire.Page;
import io.daysheet.wire.PlanHorizon;
import io.daysheet.wire.PlanPreview;
import io.daysheet.wire.ProgramClient;
import io.daysheet.wire.PublishedPlan;
import io.daysheet.wire.RecoveryCodes;
import io.daysheet.wire.SecondFactorKey;
import io.daysheet.wire.User;
import io.daysheet.wire.VisitToRebook;
import java.lang.reflect.Type;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ResolvableType;

/// What an endpoint does and answers when all is well; what it refuses follows from what it takes.
///
/// @param answer null if there is no body
/// @param mediaType of the answer; of lines, the answer is one line
record ApiOperation(String summary, int status, @Nullable Type answer, String mediaType) {

  private ApiOperation(String summary, int status, @Nullable Type answer) {
    this(summary, status, answer, "application/json");
  }

  /// By method and path. An endpoint that is not here fails the document, and the test that reads
  /// it.
  static final Map<String, ApiOperation> ALL =
      Map.ofEntries(
          Map.entry("GET /hospitals", list("Hospitals by name", Hospital.class)),
          Map.entry("GET /hospitals/{id}", one("One hospital", Hospital.class)),
          Map.entry("POST /hospitals", made("Make a hospital", Hospital.class)),
          Map.entry(
              "PUT /hospitals/{id}",
              one(
                  "Change a hospital; visits that are booked stay, and need attention where they"
                      + " don't fit any more",
                  Hospital.class)),
          Map.entry("POST /doctors", made("Make a doctor", Doctor.class)),
          Map.entry(
              "PUT /doctors/{id}",
              one("Change a doctor; visits that are booked stay", Doctor.class)),
          Map.entry("GET /doctors", list("Doctors by hospital, specialty and name", Doctor.class)),
          Map.entry("GET /doctors/{id}", one("One doctor", Doctor.class)),
          Map.entry(
              "GET /patients",
              list(
                  "Patients by the beginnings of their names, MRN, or birth date, from two letters"
                      + " on",
                  Patient.class)),
          Map.entry("GET /rooms", list("A hospital's rooms by name", Room.class)),
          Map.entry("GET /rooms/{id}", one("One room", Room.class)),
          Map.entry("POST /rooms", made("Make a room", Room.class)),
          Map.entry(
              "PUT /rooms/{id}",
              one("Change a room; visits that are booked into it stay there", Room.class)),
          Map.entry("DELETE /rooms/{id}", done("Remove a room that no visit was ever in")),
          Map.entry("GET /patients/{id}", one("One patient", Patient.class)),
          Map.entry(
              "PUT /patients/{id}",
              one("Change a record; a patient changes how to be reached", Patient.class)),
          Map.entry(
              "POST /patients/duplicates",
              list("Who is registered and likely to be the same person", LikelySame.class)),
          Map.entry(
              "POST /patients/{id}/merge",
              one(
                  "Merge a record into another, which gets all its visits; the overlaps are told",
                  MergedPatient.class)),
          Map.entry("POST /patients", made("Register a patient", Patient.class)),
          Map.entry(
              "GET /patients/{id}/appointments",
              list("A patient's visits, soonest first", Appointment.class)),
          Map.entry(
              "GET /emergency-access",
              list("The own emergency accesses that have not ended", EmergencyAccess.class)),
          Map.entry(
              "POST /emergency-access",
              made(
                  "See a patient who isn't one's own for some hours; it is recorded and reviewed",
                  EmergencyAccess.class)),
          Map.entry("DELETE /emergency-access/{id}", done("End it now")),
          Map.entry("GET /users", list("Accounts by login, name and login searched", User.class)),
          Map.entry("GET /users/{id}", one("One account", User.class)),
          Map.entry(
              "POST /users",
              made("Make an account; its password comes by reset-password", User.class)),
          Map.entry("PUT /users/{id}", one("Change what an account may do", User.class)),
          Map.entry(
              "POST /users/{id}/reset-password",
              one(
                  "Give a one-time password, answered once; every sign-in of the account is over",
                  OneTimePassword.class)),
          Map.entry("POST /users/{id}/unlock", done("Lift the lock after too many failures")),
          Map.entry(
              "DELETE /users/{id}/second-factor",
              done("Remove the second factor of somebody who lost it")),
          Map.entry("GET /clients", list("The clients of programs, by id", ProgramClient.class)),
          Map.entry("GET /clients/{id}", one("One client", ProgramClient.class)),
          Map.entry(
              "POST /clients",
              made("Make a client; its secret is answered this once", NewClient.class)),
          Map.entry(
              "PUT /clients/{id}",
              one("Change a client, or put it out of service", ProgramClient.class)),
          Map.entry(
              "POST /clients/{id}/rotate-secret",
              one("Give it another secret, answered once", ClientSecret.class)),
          Map.entry("GET /me", one("The own account, and what it may do", Me.class)),
          Map.entry(
              "POST /me/password",
              done("Change the own password; the account's other sign-ins are over")),
          Map.entry("PUT /me/pin", done("Set the PIN that unlocks a desk")),
          Map.entry("DELETE /me/pin", done("Remove the PIN")),
          Map.entry(
              "POST /me/unlock",
              done("Unlock the desk; after five wrong PINs the sign-in is over")),
          Map.entry(
              "PUT /me/second-factor",
              one("Begin a second factor: what goes into an authenticator", SecondFactorKey.class)),
          Map.entry(
              "POST /me/second-factor",
              one("Confirm it by a code: from now on it is asked for", RecoveryCodes.class)),
          Map.entry("POST /me/second-factor/remove", done("Remove the own second factor")),
          Map.entry(
              "POST /me/recovery-codes",
              one(
                  "Make other recovery codes; those before are worth nothing",
                  RecoveryCodes.class)),
          Map.entry(
              "GET /schedule",
              one(
                  "One day of a hospital, with the number in its stream of changes",
                  DaySchedule.class)),
          Map.entry(
              "GET /rebooking",
              list(
                  "Visits of a hospital that lie ahead and need attention, soonest first, with"
                      + " where they could go",
                  VisitToRebook.class)),
          Map.entry(
              "GET /rebooking/count",
              one(
                  "How many visits of a hospital lie ahead and need attention",
                  AttentionCount.class)),
          Map.entry(
              "GET /slots",
              list("At which times a doctor can be booked, soonest first", Slot.class)),
          Map.entry(
              "GET /audit", list("Entries of the audit trail, newest first", AuditEntry.class)),
          Map.entry(
              "GET /audit/verification",
              one(
                  "Whether the audit trail is as it was sealed, and the first batch that is not",
                  AuditVerification.class)),
          Map.entry(
              "GET /audit/export",
              new ApiOperation(
                  "The audit trail with its batches, as lines of JSON",
                  200,
                  AuditLine.class,
                  "application/x-ndjson")),
          Map.entry("GET /availabilities/{id}", one("One availability", Availability.class)),
          Map.entry("POST /availabilities", made("Open a time", Availability.class)),
          Map.entry("POST /holds", made("Keep a slot while a form is filled in", Hold.class)),
          Map.entry(
              "PUT /holds/{id}", one("Keep the slot for as long again as at first", Hold.class)),
          Map.entry("DELETE /holds/{id}", done("Give the slot back")),
          Map.entry(
              "PUT /availabilities/{id}",
              one(
                  "Make an availability longer or shorter; each visit that would stand outside is"
                      + " moved or cancelled with it",
                  Availability.class)),
          Map.entry(
              "DELETE /availabilities/{id}",
              done(
                  "Remove an availability; each visit inside is moved or cancelled with it, or all"
                      + " stays")),
          Map.entry(
              "GET /weekly-plans",
              list("Doctors' recurring weeks, by weekday and start", WeeklyPlan.class)),
          Map.entry("GET /weekly-plans/{id}", one("One weekly plan", WeeklyPlan.class)),
          Map.entry(
              "GET /weekly-plans/horizon",
              one("How far ahead a hospital's weekly plans are published", PlanHorizon.class)),
          Map.entry(
              "POST /weekly-plans/preview",
              one(
                  "What publishing a new plan would come to, or with its id one that is changed;"
                      + " nothing is done",
                  PlanPreview.class)),
          Map.entry(
              "GET /weekly-plans/{id}/removal",
              one("What removing a plan would come to; nothing is done", PlanPreview.class)),
          Map.entry(
              "POST /weekly-plans",
              made("Make a weekly plan, and publish it at once", PublishedPlan.class)),
          Map.entry(
              "PUT /weekly-plans/{id}",
              one(
                  "Change a weekly plan: all that has not begun, or with `from` that date and those"
                      + " that follow, which is another plan then",
                  PublishedPlan.class)),
          Map.entry(
              "DELETE /weekly-plans/{id}",
              done("Remove a weekly plan and what it published; 200 with what has to stay")),
          Map.entry(
              "PUT /weekly-plans/{id}/dates/{date}",
              one("Change or skip one date", PublishedPlan.class)),
          Map.entry(
              "DELETE /weekly-plans/{id}/dates/{date}",
              one("Let one date be like the others again", PublishedPlan.class)),
          Map.entry("GET /time-off", list("Doctors' time off, soonest first", TimeOff.class)),
          Map.entry("GET /time-off/{id}", one("One time off", TimeOff.class)),
          Map.entry(
              "POST /time-off", made("Enter time off; visits that it hits stay", TimeOff.class)),
          Map.entry("PUT /time-off/{id}", one("Change a time off", TimeOff.class)),
          Map.entry("DELETE /time-off/{id}", done("Remove a time off")),
          Map.entry("GET /appointments/{id}", one("One appointment", Appointment.class)),
          Map.entry("POST /appointments", made("Book a visit", Appointment.class)),
          Map.entry(
              "POST /appointments/{id}/reschedule",
              one("Move a visit to another time, doctor or room", Appointment.class)),
          Map.entry(
              "POST /appointments/{id}/cancel",
              one("Cancel a visit that has not begun", Appointment.class)),
          Map.entry(
              "POST /appointments/{id}/confirm",
              one("The patient said that they will come", Appointment.class)),
          Map.entry(
              "POST /appointments/{id}/check-in",
              one(
                  "The patient is there; after a no-show on the same day the time is taken again",
                  Appointment.class)),
          Map.entry(
              "POST /appointments/{id}/undo-check-in",
              one("The patient is not there after all", Appointment.class)),
          Map.entry(
              "POST /appointments/{id}/complete", one("The visit is over", Appointment.class)),
          Map.entry(
              "POST /appointments/{id}/no-show",
              one("The patient did not come, which frees the time", Appointment.class)),
          Map.entry(
              "GET /appointments/{id}/history",
              list("Who did what to a visit, in that order", AppointmentEvent.class)),
          Map.entry(
              "GET /appointments/{id}/calendar",
              new ApiOperation(
                  "A visit as a file for a calendar; nothing of the patient is in it",
                  200,
                  String.class,
                  "text/calendar")));

  private static ApiOperation one(String summary, Class<?> answer) {
    return new ApiOperation(summary, 200, answer);
  }

  private static ApiOperation done(String summary) {
    return new ApiOperation(summary, 204, null);
  }

  private static ApiOperation made(String summary, Class<?> answer) {
    return new ApiOperation(summary, 201, answer);
  }

  private static ApiOperation list(String summary, Class<?> item) {
    return new ApiOperation(
        summary, 200, ResolvableType.forClassWithGenerics(Page.class, item).getType());
  }
}
