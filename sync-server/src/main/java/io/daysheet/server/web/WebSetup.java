package io.daysheet.server.web;

import io.daysheet.hospital.DoctorId;
import io.daysheet.hospital.HospitalId;
import io.daysheet.hospital.RoomId;
import io.daysheet.identity.AccountId;
import io.daysheet.identity.EmergencyAccessId;
import io.daysheet.patient.PatientId;
import io.daysheet.schedule.AppointmentId;
import io.daysheet.schedule.AvailabilityId;
import io.daysheet.schedule.HoldId;
import io.daysheet.schedule.TimeOffId;
import io.daysheet.schedule.WeeklyPlanId;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.springframework.context.annotation.Configuration;
import org.springframework.format.FormatterRegistry;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// What controllers may take as arguments: ids and dates from path and query, and the contract's
/// headers.
@Configuration(proxyBeanMethods = false)
class WebSetup implements WebMvcConfigurer {

  private static final Pattern UUID_TEXT =
      Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

  @Override
  public void addFormatters(FormatterRegistry registry) {
    id(registry, AccountId.class, AccountId::new);
    id(registry, HospitalId.class, HospitalId::new);
    id(registry, DoctorId.class, DoctorId::new);
    id(registry, PatientId.class, PatientId::new);
    id(registry, EmergencyAccessId.class, EmergencyAccessId::new);
    id(registry, AppointmentId.class, AppointmentId::new);
    id(registry, AvailabilityId.class, AvailabilityId::new);
    id(registry, HoldId.class, HoldId::new);
    id(registry, RoomId.class, RoomId::new);
    id(registry, WeeklyPlanId.class, WeeklyPlanId::new);
    id(registry, TimeOffId.class, TimeOffId::new);
    registry.addConverter(String.class, LocalDate.class, LocalDate::parse);
    registry.addConverter(String.class, OffsetDateTime.class, OffsetDateTime::parse);
  }

  private static <T> void id(FormatterRegistry registry, Class<T> type, Function<UUID, T> make) {
    registry.addConverter(String.class, type, text -> make.apply(uuid(text)));
  }

  /// Java's own parser takes shortened forms; the contract does not.
  private static UUID uuid(String text) {
    if (!UUID_TEXT.matcher(text).matches()) {
      throw new IllegalArgumentException("not a UUID");
    }
    return UUID.fromString(text);
  }

  @Override
  public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
    resolvers.add(
        new RequestArgument<>(Desk.class, request -> Desk.parse(request.getHeader(Desk.HEADER))));
    resolvers.add(
        new RequestArgument<>(
            IdempotencyKey.class,
            request ->
                IdempotencyKey.parse(
                    request.getHeader(IdempotencyKey.HEADER), request.getUserPrincipal())));
    resolvers.add(
        new RequestArgument<>(
            IfMatch.class, request -> IfMatch.parse(request.getHeader("If-Match"))));
    resolvers.add(
        new RequestArgument<>(
            Paging.class,
            request -> Paging.parse(request.getParameter("limit"), request.getParameter("after"))));
  }
}
