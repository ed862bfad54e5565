package io.daysheet.desktop.demo;

import io.daysheet.desktop.DemoSignIn;
import io.daysheet.desktop.remote.AccessTokens;
import io.daysheet.hospital.DoctorId;
import io.daysheet.hospital.Hospital;
import io.daysheet.schedule.Appointment;
import io.daysheet.schedule.DaySchedule;
import io.daysheet.schedule.TimeOff;
import io.daysheet.time.TimeRange;
import io.daysheet.wire.KeepTimeOff;
import io.daysheet.wire.Page;
import io.daysheet.wire.WireJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// The server's own word on a day, asked past all screens.
final class ServerDay {

  private static final JsonMapper JSON = WireJson.lenientMapper();

  private ServerDay() {}

  static DaySchedule load(DemoServer demo, String hospital, LocalDate date) {
    URI server = demo.address();
    AccessTokens tokens = DemoSignIn.as("scheduler", demo.credentials()).tokens();
    Page<Hospital> hospitals =
        JSON.readValue(get(server.resolve("/api/v1/hospitals"), tokens), new TypeReference<>() {});
    var id =
        hospitals.items().stream()
            .filter(h -> h.name().equals(hospital))
            .findFirst()
            .orElseThrow()
            .id();
    return JSON.readValue(
        get(server.resolve("/api/v1/schedule?hospital=" + id + "&date=" + date), tokens),
        DaySchedule.class);
  }

  /// The visits of a day in an order that two readers agree on.
  static List<Appointment> visits(DaySchedule day) {
    return day.appointments().stream().sorted(order()).toList();
  }

  static Comparator<Appointment> order() {
    return Comparator.comparing(a -> a.id().value());
  }

  /// A doctor is away from now on.
  static void away(DemoServer demo, DoctorId doctor, TimeRange during, TimeOff.Reason reason) {
    var command =
        new KeepTimeOff(
            null,
            doctor,
            during.start().atOffset(ZoneOffset.UTC),
            during.end().atOffset(ZoneOffset.UTC),
            reason,
            null);
    String answer =
        send(
            HttpRequest.newBuilder(demo.address().resolve("/api/v1/time-off"))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(BodyPublishers.ofString(JSON.writeValueAsString(command))),
            DemoSignIn.as("scheduler", demo.credentials()).tokens());
    if (!answer.contains(doctor.value().toString())) {
      throw new IllegalStateException("no time off: " + answer);
    }
  }

  private static String get(URI address, AccessTokens tokens) {
    return send(HttpRequest.newBuilder(address), tokens);
  }

  private static String send(HttpRequest.Builder what, AccessTokens tokens) {
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpRequest request =
          what.header("Authorization", "Bearer " + tokens.current().value()).build();
      return client.send(request, BodyHandlers.ofString()).body();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }
}
