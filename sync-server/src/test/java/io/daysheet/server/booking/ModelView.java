package io.daysheet.server.booking;

import io.daysheet.schedule.AppointmentStatus;
import io.daysheet.server.TestDesk;
import io.daysheet.server.TestHospital;
import io.daysheet.server.booking.ModelDay.Visit;
import io.daysheet.server.booking.ModelTime.Hours;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// The day as the server shows it, and as the notebook has it, in the same words.
record ModelView(
    TestDesk api, TestHospital hospital, List<UUID> doctors, List<UUID> patients, ModelDay model) {

  static final String DATE = "2030-03-12";

  List<String> inTheModel() {
    return Stream.of(
            model.visits().stream()
                .filter(visit -> visit.status() != AppointmentStatus.CANCELLED)
                .map(visit -> visit + " " + model.needsAttention(visit)),
            model.holds().all().stream()
                .map(hold ->
                    "%s of %d at %d until %d"
                        .formatted(hold.id(), hold.doctor(), hold.hour(), hold.until())),
            model.time().open().stream()
                .map(open -> text(open.doctor(), open.hours(), open.planned(), open.version())),
            model.time().away().stream()
                .map(off -> off.id() + text(off.doctor(), off.hours(), false, off.version())))
        .flatMap(texts -> texts)
        .sorted()
        .toList();
  }

  List<String> onTheServer() {
    return Stream.of(
            onTheDay("appointments").map(visit -> visit(visit) + " " + needsAttention(visit)),
            onTheDay("holds")
                .map(hold ->
                    "%s of %d at %d until %d"
                        .formatted(
                            hold.get("id").asString(),
                            doctor(hold),
                            hour(hold, "start"),
                            minute(hold, "until"))),
            onTheDay("availabilities")
                .map(open ->
                    text(
                        doctor(open),
                        hours(open),
                        !open.get("planId").isNull(),
                        open.get("version").asInt())),
            onTheDay("timeOff")
                .map(off ->
                    off.get("id").asString()
                        + text(doctor(off), hours(off), false, off.get("version").asInt())))
        .flatMap(texts -> texts)
        .sorted()
        .toList();
  }

  private static String text(int doctor, Hours hours, boolean planned, int version) {
    return "%d %s planned %s version %d".formatted(doctor, hours, planned, version);
  }

  private Visit visit(JsonNode visit) {
    return new Visit(
        visit.get("id").asString(),
        doctor(visit),
        numberOf(visit.get("patientId"), patients),
        hour(visit, "start"),
        !visit.get("roomId").isNull(),
        AppointmentStatus.valueOf(visit.get("status").asString()),
        visit.get("version").asInt());
  }

  private static boolean needsAttention(JsonNode visit) {
    return !visit.get("needsAttention").isEmpty();
  }

  private int doctor(JsonNode of) {
    return numberOf(of.get("doctorId"), doctors);
  }

  private static Hours hours(JsonNode of) {
    return new Hours(hour(of, "start"), hour(of, "end"));
  }

  private static int hour(JsonNode of, String field) {
    return minute(of, field) / 60;
  }

  private static int minute(JsonNode of, String field) {
    OffsetDateTime time = OffsetDateTime.parse(of.get(field).asString());
    return time.getHour() * 60 + time.getMinute();
  }

  private static int numberOf(JsonNode id, List<UUID> among) {
    return IntStream.range(0, among.size())
        .filter(i -> among.get(i).toString().equals(id.asString()))
        .findFirst()
        .orElseThrow();
  }

  Stream<JsonNode> onTheDay(String what) {
    return api.get("/schedule?hospital=" + hospital.id() + "&date=" + DATE)
        .json()
        .get(what)
        .valueStream();
  }
}
