package io.daysheet.server.openapi;

import io.daysheet.hospital.Doctor;
import io.daysheet.hospital.Hospital;
import io.daysheet.hospital.StatedHours;
import io.daysheet.hospital.StatedPlace;
import io.daysheet.hospital.StatedPolicy;
import io.daysheet.patient.Patient;
import io.daysheet.rule.Publishing;
import io.daysheet.rule.Violation;
import io.daysheet.schedule.Alternative;
import io.daysheet.schedule.Appointment;
import io.daysheet.schedule.DaySchedule;
import io.daysheet.schedule.TimeOff;
import io.daysheet.schedule.WeeklyPlan;
import io.daysheet.server.access.Caller;
import io.daysheet.server.access.SignedIn;
import io.daysheet.server.web.Desk;
import io.daysheet.server.web.IdempotencyKey;
import io.daysheet.server.web.IfMatch;
import io.daysheet.server.web.Paging;
import io.daysheet.wire.AuditEntry;
import io.daysheet.wire.AuditVerification;
import io.daysheet.wire.BeginSecondFactor;
import io.daysheet.wire.BookAppointment;
import io.daysheet.wire.CancelAppointment;
import io.daysheet.wire.ChangeAvailability;
import io.daysheet.wire.ChangeClient;
import io.daysheet.wire.ChangePassword;
import io.daysheet.wire.ChangePatient;
import io.daysheet.wire.ChangePlanDate;
import io.daysheet.wire.ChangeUser;
import io.daysheet.wire.ClientSecret;
import io.daysheet.wire.CloseAvailability;
import io.daysheet.wire.ConfirmSecondFactor;
import io.daysheet.wire.CreateAvailability;
import io.daysheet.wire.CreateClient;
import io.daysheet.wire.CreateUser;
import io.daysheet.wire.FindDuplicates;
import io.daysheet.wire.KeepDoctor;
import io.daysheet.wire.KeepHospital;
import io.daysheet.wire.KeepRoom;
import io.daysheet.wire.KeepTimeOff;
import io.daysheet.wire.KeepWeeklyPlan;
import io.daysheet.wire.LikelySame;
import io.daysheet.wire.Me;
import io.daysheet.wire.MergePatient;
import io.daysheet.wire.MergedPatient;
import io.daysheet.wire.NamedPatient;
import io.daysheet.wire.NewClient;
import io.daysheet.wire.OneTimePassword;
import io.daysheet.wire.OverlappingVisits;
import io.daysheet.wire.PlaceHold;
import io.daysheet.wire.Problem;
import io.daysheet.wire.PublishedPlan;
import io.daysheet.wire.RecoveryCodes;
import io.daysheet.wire.RegisterPatient;
import io.daysheet.wire.RemoveSecondFactor;
import io.daysheet.wire.RenewRecoveryCodes;
import io.daysheet.wire.Resolution;
import io.daysheet.wire.SecondFactorKey;
import io.daysheet.wire.SetPin;
import io.daysheet.wire.UnlockDesk;
import io.daysheet.wire.User;
import io.daysheet.wire.VisitToRebook;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.stream.Stream;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Puts the API's document together from the endpoints and the records.
@Configuration(proxyBeanMethods = false)
class ApiDescription {

  private static final String BASE = "/api/v1";
  private static final String ABOUT =
      """
      Ids are UUIDs. Instants are RFC 3339 with offset; answers use the hospital's. Every refusal is \
      an RFC 9457 problem with a stable `code` and all `violations` at once. Writes take an \
      `Idempotency-Key`; changes need `If-Match`. Committed changes are pushed over the WebSocket \
      `/api/v1/changes`.\
      """;

  static {
    SpringDocUtils.getConfig()
        .addRequestWrapperToIgnore(
            Caller.class,
            SignedIn.class,
            Desk.class,
            IdempotencyKey.class,
            IfMatch.class,
            Paging.class)
        .replaceWithSchema(Duration.class, new StringSchema().format("duration"))
        .replaceWithSchema(LocalDateTime.class, new StringSchema().format("local-date-time"))
        .replaceWithSchema(ZoneId.class, new StringSchema().example("Europe/Berlin"));
  }

  @Bean
  OperationCustomizer whatItTakesAndRefuses() {
    return ApiRefusals::describe;
  }

  @Bean
  OpenApiCustomizer whatItAnswers() {
    return ApiDescription::complete;
  }

  private static void complete(OpenAPI api) {
    ApiSignIn.describe(api);
    api.info(new Info().title("Daysheet").version("v1").description(ABOUT));
    var schemas = new ApiSchemas(api.getComponents());
    schemas.of(Problem.class);
    schemas.violations();
    api.getPaths()
        .forEach((path, item) ->
            item.readOperationsMap()
                .forEach((method, operation) ->
                    answer(method + " " + path.replace(BASE, ""), operation, schemas)));
    schemas.required(
        Stream.concat(
                Stream.of(
                    Hospital.class,
                    Doctor.class,
                    Patient.class,
                    Appointment.class,
                    DaySchedule.class,
                    AuditEntry.class,
                    AuditVerification.class,
                    Problem.class,
                    BookAppointment.class,
                    CancelAppointment.class,
                    PlaceHold.class,
                    CreateAvailability.class,
                    RegisterPatient.class,
                    KeepHospital.class,
                    StatedHours.class,
                    StatedPlace.class,
                    StatedPolicy.class,
                    StatedPolicy.StatedType.class,
                    StatedPolicy.StatedReminder.class,
                    KeepRoom.class,
                    KeepDoctor.class,
                    KeepWeeklyPlan.class,
                    ChangePlanDate.class,
                    PublishedPlan.class,
                    KeepTimeOff.class,
                    ChangeAvailability.class,
                    CloseAvailability.class,
                    Resolution.class,
                    TimeOff.class,
                    VisitToRebook.class,
                    Alternative.class,
                    WeeklyPlan.class,
                    WeeklyPlan.ChangedDate.class,
                    Publishing.Kept.class,
                    Publishing.LeftOut.class,
                    ChangePatient.class,
                    FindDuplicates.class,
                    LikelySame.class,
                    MergePatient.class,
                    MergedPatient.class,
                    OverlappingVisits.class,
                    User.class,
                    CreateUser.class,
                    NamedPatient.class,
                    ChangeUser.class,
                    Me.class,
                    NewClient.class,
                    CreateClient.class,
                    ChangeClient.class,
                    ClientSecret.class,
                    OneTimePassword.class,
                    ChangePassword.class,
                    SetPin.class,
                    UnlockDesk.class,
                    BeginSecondFactor.class,
                    ConfirmSecondFactor.class,
                    RemoveSecondFactor.class,
                    RenewRecoveryCodes.class,
                    SecondFactorKey.class,
                    RecoveryCodes.class),
                ApiSchemas.leaves(Violation.class).stream())
            .toArray(Class<?>[]::new));
    new ApiWords().describe(api);
  }

  private static void answer(String key, Operation operation, ApiSchemas schemas) {
    ApiOperation described = ApiOperation.ALL.get(key);
    if (described == null) {
      throw new IllegalStateException("an endpoint without a description: " + key);
    }
    operation.summary(described.summary());
    var good = new ApiResponse().description("Done");
    if (described.answer() != null) {
      Schema<?> shape = schemas.of(described.answer());
      good.content(
          new Content().addMediaType(described.mediaType(), new MediaType().schema(shape)));
    }
    var responses = new ApiResponses();
    responses.addApiResponse(String.valueOf(described.status()), good);
    operation.getResponses().forEach(responses::addApiResponse);
    operation.responses(responses);
  }
}
