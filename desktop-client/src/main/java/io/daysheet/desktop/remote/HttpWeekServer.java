package io.daysheet.desktop.remote;

import io.daysheet.hospital.Doctor;
import io.daysheet.hospital.DoctorId;
import io.daysheet.hospital.Hospital;
import io.daysheet.hospital.HospitalId;
import io.daysheet.schedule.Appointment;
import io.daysheet.schedule.TimeOff;
import io.daysheet.schedule.WeeklyPlan;
import io.daysheet.wire.ChangePlanDate;
import io.daysheet.wire.KeepTimeOff;
import io.daysheet.wire.KeepWeeklyPlan;
import io.daysheet.wire.Page;
import io.daysheet.wire.PlanHorizon;
import io.daysheet.wire.PlanPreview;
import io.daysheet.wire.PublishedPlan;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import okhttp3.HttpUrl;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;

/// The doctors' weeks over REST. Publishing half a year of a plan may take the server a while:
/// those calls wait longer than others.
public final class HttpWeekServer implements WeekServer {

  private static final TypeReference<Page<Hospital>> HOSPITALS = new TypeReference<>() {};
  private static final TypeReference<Page<Doctor>> DOCTORS = new TypeReference<>() {};
  private static final TypeReference<Page<WeeklyPlan>> PLANS = new TypeReference<>() {};
  private static final TypeReference<Page<TimeOff>> TIMES_OFF = new TypeReference<>() {};
  private static final TypeReference<Page<Appointment>> VISITS = new TypeReference<>() {};
  private static final TypeReference<WeeklyPlan> PLAN = new TypeReference<>() {};
  private static final TypeReference<PlanHorizon> HORIZON = new TypeReference<>() {};
  private static final TypeReference<PlanPreview> PREVIEW = new TypeReference<>() {};
  private static final TypeReference<PublishedPlan> PUBLISHED = new TypeReference<>() {};
  private static final TypeReference<TimeOff> TIME_OFF = new TypeReference<>() {};
  private static final int NO_CONTENT = 204;
  private static final int STALE = 412;

  private final Calls calls;
  private final Calls patient;

  public HttpWeekServer(ServerAddress address, Executor executor) {
    this.calls = new Calls(address, executor);
    this.patient = calls.patiently();
  }

  @Override
  public Request hospitals(Consumer<Outcome<List<Hospital>>> then) {
    return new AllPages<>(calls, calls.api("hospitals"), HOSPITALS, then).start();
  }

  @Override
  public Request doctors(HospitalId hospital, Consumer<Outcome<List<Doctor>>> then) {
    return new AllPages<>(calls, of("doctors", "hospital", hospital), DOCTORS, then).start();
  }

  @Override
  public Request plans(DoctorId doctor, Consumer<Outcome<List<WeeklyPlan>>> then) {
    return new AllPages<>(calls, of("weekly-plans", "doctor", doctor), PLANS, then).start();
  }

  @Override
  public Request timeOff(DoctorId doctor, Consumer<Outcome<List<TimeOff>>> then) {
    return new AllPages<>(calls, of("time-off", "doctor", doctor), TIMES_OFF, then).start();
  }

  @Override
  public Request needingAttention(HospitalId hospital, Consumer<Outcome<List<Appointment>>> then) {
    return new AllPages<>(calls, of("rebooking", "hospital", hospital), VISITS, then).start();
  }

  private HttpUrl.Builder of(String path, String name, Object id) {
    return calls.api(path).addQueryParameter(name, id.toString());
  }

  @Override
  public Request horizon(HospitalId hospital, Consumer<Outcome<PlanHorizon>> then) {
    HttpUrl url = of("weekly-plans/horizon", "hospital", hospital).build();
    return calls.send(Calls.get(url), HORIZON, then);
  }

  @Override
  public Request preview(
      KeepWeeklyPlan command, @Nullable LocalDate from, Consumer<Outcome<PlanPreview>> then) {
    HttpUrl url = from(calls.api("weekly-plans/preview"), from);
    okhttp3.Request.Builder request = new okhttp3.Request.Builder().url(url);
    return calls.send(request.post(calls.body(command)).build(), PREVIEW, then);
  }

  @Override
  public Request removal(WeeklyPlan plan, Consumer<Outcome<PlanPreview>> then) {
    HttpUrl url = calls.api("weekly-plans/" + plan.id() + "/removal").build();
    return calls.send(Calls.get(url), PREVIEW, then);
  }

  private static HttpUrl from(HttpUrl.Builder url, @Nullable LocalDate from) {
    if (from != null) {
      url.addQueryParameter("from", from.toString());
    }
    return url.build();
  }

  @Override
  public Request make(
      KeepWeeklyPlan command, CommandKey key, Consumer<Outcome<PublishedPlan>> then) {
    return published(calls.post("weekly-plans", command, key), null, then);
  }

  @Override
  public Request change(
      WeeklyPlan before,
      @Nullable LocalDate from,
      KeepWeeklyPlan command,
      CommandKey key,
      Consumer<Outcome<PublishedPlan>> then) {
    HttpUrl url = from(calls.api("weekly-plans/" + before.id()), from);
    return published(Calls.keyed(url, key).put(calls.body(command)), before, then);
  }

  @Override
  public Request remove(WeeklyPlan before, CommandKey key, Consumer<Outcome<PublishedPlan>> then) {
    HttpUrl url = calls.api("weekly-plans/" + before.id()).build();
    return published(Calls.keyed(url, key).delete(), before, then);
  }

  @Override
  public Request changeDate(
      WeeklyPlan before,
      LocalDate date,
      ChangePlanDate command,
      CommandKey key,
      Consumer<Outcome<PublishedPlan>> then) {
    return published(Calls.keyed(date(before, date), key).put(calls.body(command)), before, then);
  }

  @Override
  public Request resetDate(
      WeeklyPlan before, LocalDate date, CommandKey key, Consumer<Outcome<PublishedPlan>> then) {
    return published(Calls.keyed(date(before, date), key).delete(), before, then);
  }

  private HttpUrl date(WeeklyPlan plan, LocalDate date) {
    return calls.api("weekly-plans/" + plan.id() + "/dates/" + date).build();
  }

  private Request published(
      okhttp3.Request.Builder request,
      @Nullable WeeklyPlan before,
      Consumer<Outcome<PublishedPlan>> then) {
    if (before != null) {
      request.header("If-Match", Calls.version(before.version()));
    }
    return patient.send(request.build(), response -> read(response, before), then);
  }

  /// Of a plan that is gone nothing may be left to tell; of one that is another by now, only itself
  /// is told.
  private Outcome<PublishedPlan> read(Response response, @Nullable WeeklyPlan before)
      throws IOException {
    if (response.code() == NO_CONTENT && before != null) {
      return new Outcome.Done<>(nothingTold(before));
    }
    if (response.code() != STALE) {
      return patient.answers().read(response, PUBLISHED);
    }
    Outcome<WeeklyPlan> now = patient.answers().read(response, PLAN);
    return now instanceof Outcome.Stale<WeeklyPlan>(@Nullable WeeklyPlan current) && current != null
        ? new Outcome.Stale<>(nothingTold(current))
        : new Outcome.Stale<>(null);
  }

  private static PublishedPlan nothingTold(WeeklyPlan plan) {
    return new PublishedPlan(plan, 0, 0, 0, plan.validFrom(), List.of(), List.of());
  }

  @Override
  public Request take(KeepTimeOff command, CommandKey key, Consumer<Outcome<TimeOff>> then) {
    return calls.send(calls.post("time-off", command, key).build(), TIME_OFF, then);
  }

  @Override
  public Request change(
      TimeOff before, KeepTimeOff command, CommandKey key, Consumer<Outcome<TimeOff>> then) {
    return calls.send(
        calls.put("time-off/" + before.id(), before.version(), command, key).build(),
        TIME_OFF,
        then);
  }

  @Override
  public Request remove(TimeOff before, CommandKey key, Consumer<Outcome<TimeOff>> then) {
    okhttp3.Request request =
        Calls.keyed(calls.api("time-off/" + before.id()).build(), key)
            .header("If-Match", Calls.version(before.version()))
            .delete()
            .build();
    return calls.send(request, TIME_OFF, before, then);
  }
}
