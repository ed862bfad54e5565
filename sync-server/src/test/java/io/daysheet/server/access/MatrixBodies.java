package io.daysheet.server.access;

import io.daysheet.server.TestAccounts;
import io.daysheet.server.access.TwoHospitals.Side;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What is sent with each call of the matrix: well formed, so that only who asks decides.
final class MatrixBodies {

  private MatrixBodies() {}

  /// @param id what the call's path names, or was made for it
  static @Nullable String of(String call, Side side, String day, String id) {
    return switch (call) {
      case "POST /hospitals", "PUT /hospitals/{hospital}" ->
          """
          {"name":"New","timeZone":"UTC","location":{"latitude":1,"longitude":1},\
          "operatingHours":[]}
          """;
      case "POST /rooms", "PUT /rooms/{room}" ->
          """
          {"hospitalId":"%s","name":"Room %s"}
          """
              .formatted(side.hospital(), UUID.randomUUID());
      case "POST /doctors", "PUT /doctors/{doctor}" ->
          """
          {"name":"Dr. New"}
          """;
      case "POST /patients", "POST /patients/duplicates", "PUT /patients/{patient}" ->
          """
          {"givenName":"Bo","familyName":"New","birthDate":"2001-02-03"}
          """;
      case "POST /patients/{patient}/merge" ->
          """
          {"into":"%s"}
          """
              .formatted(UUID.randomUUID());
      case "POST /availabilities" ->
          """
          {"hospitalId":"%s","doctorId":"%s","start":"%sT14:00:00+02:00","end":"%sT15:00:00+02:00"}
          """
              .formatted(side.hospital(), side.doctor(), day, day);
      case "PUT /availabilities/{id}" ->
          """
          {"start":"%sT10:00:00+02:00","end":"%sT11:00:00+02:00"}
          """
              .formatted(day, day);
      case "POST /weekly-plans", "POST /weekly-plans/preview", "PUT /weekly-plans/{id}" ->
          """
          {"hospitalId":"%s","doctorId":"%s","day":"MONDAY","start":"09:00","end":"12:00",\
          "validFrom":"2035-01-01"}
          """
              .formatted(side.hospital(), side.doctor());
      case "PUT /weekly-plans/{id}/dates/{date}" ->
          """
          {"skip":true}
          """;
      case "POST /time-off", "PUT /time-off/{id}" ->
          """
          {"doctorId":"%s","start":"2036-01-01T00:00:00+01:00","end":"2036-01-02T00:00:00+01:00",\
          "reason":"VACATION"}
          """
              .formatted(side.doctor());
      case "POST /appointments" ->
          """
          {"hospitalId":"%s","doctorId":"%s","patientId":"%s","start":"%sT10:00:00+02:00",\
          "type":"FOLLOW_UP"}
          """
              .formatted(side.hospital(), side.doctor(), side.patient(), day);
      case "POST /holds" ->
          """
          {"hospitalId":"%s","doctorId":"%s","start":"%sT10:00:00+02:00","type":"FOLLOW_UP"}
          """
              .formatted(side.hospital(), side.doctor(), day);
      case "POST /emergency-access" ->
          """
          {"mrn":"T-%s","birthDate":"1999-09-09","reason":"carried in unconscious"}
          """
              .formatted(id);
      case "POST /appointments/{id}/cancel" ->
          """
          {"reason":"asked for it"}
          """;
      case "POST /appointments/{id}/reschedule" ->
          """
          {"start":"%sT11:00:00+02:00"}
          """
              .formatted(day);
      case "POST /users" ->
          """
          {"login":"made-%s","name":"New Colleague","roles":["RECEPTIONIST"]}
          """
              .formatted(UUID.randomUUID());
      case "PUT /users/{user}" ->
          """
          {"name":"Somebody Else","roles":["AUDITOR"],"hospitals":[],"everyHospital":false,\
          "active":true}
          """;
      case "POST /clients" ->
          """
          {"id":"made-%s","name":"New Program","accountId":"%s","scopes":[]}
          """
              .formatted(UUID.randomUUID(), TestAccounts.id("matrix-integration"));
      case "PUT /clients/{client}" ->
          """
          {"name":"Somebody's","scopes":[],"active":true}
          """;
      case "POST /me/password" ->
          """
          {"currentPassword":"none","newPassword":"seven quiet lamps on a hill"}
          """;
      case "PUT /me/pin", "POST /me/unlock" ->
          """
          {"pin":"481516"}
          """;
      case "PUT /me/second-factor" ->
          """
          {"password":"none"}
          """;
      case "POST /me/second-factor" ->
          """
          {"code":"123456"}
          """;
      case "POST /me/second-factor/remove", "POST /me/recovery-codes" ->
          """
          {"password":"none","code":"123456"}
          """;
      default -> null;
    };
  }
}
