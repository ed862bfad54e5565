package io.daysheet.desktop.remote;

import io.daysheet.hospital.Doctor;
import io.daysheet.hospital.DoctorId;
import io.daysheet.hospital.Hospital;
import io.daysheet.hospital.HospitalId;
import io.daysheet.hospital.Room;
import io.daysheet.wire.AttentionCount;
import io.daysheet.wire.KeepDoctor;
import io.daysheet.wire.KeepHospital;
import io.daysheet.wire.KeepRoom;
import io.daysheet.wire.Page;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;

/// Hospitals and doctors over REST.
public final class HttpDirectoryServer implements DirectoryServer {

  private static final TypeReference<Page<Hospital>> HOSPITALS = new TypeReference<>() {};
  private static final TypeReference<Hospital> HOSPITAL = new TypeReference<>() {};
  private static final TypeReference<Page<Doctor>> DOCTORS = new TypeReference<>() {};
  private static final TypeReference<Doctor> DOCTOR = new TypeReference<>() {};
  private static final TypeReference<Page<Room>> ROOMS = new TypeReference<>() {};
  private static final TypeReference<Room> ROOM = new TypeReference<>() {};
  private static final TypeReference<AttentionCount> COUNT = new TypeReference<>() {};

  private final Calls calls;

  public HttpDirectoryServer(ServerAddress address, Executor executor) {
    this.calls = new Calls(address, executor);
  }

  @Override
  public Request hospitals(Consumer<Outcome<List<Hospital>>> then) {
    return new AllPages<>(calls, calls.api("hospitals"), HOSPITALS, then).start();
  }

  @Override
  public Request keep(
      @Nullable Hospital before,
      KeepHospital command,
      CommandKey key,
      Consumer<Outcome<Hospital>> then) {
    okhttp3.Request.Builder request =
        before == null
            ? calls.post("hospitals", command, key)
            : calls.put("hospitals/" + before.id(), before.version(), command, key);
    return calls.send(request.build(), HOSPITAL, then);
  }

  @Override
  public Request rooms(HospitalId hospital, Consumer<Outcome<List<Room>>> then) {
    HttpUrl.Builder url = calls.api("rooms").addQueryParameter("hospital", hospital.toString());
    return new AllPages<>(calls, url, ROOMS, then).start();
  }

  @Override
  public Request keep(
      @Nullable Room before, KeepRoom command, CommandKey key, Consumer<Outcome<Room>> then) {
    okhttp3.Request.Builder request =
        before == null
            ? calls.post("rooms", command, key)
            : calls.put("rooms/" + before.id(), before.version(), command, key);
    return calls.send(request.build(), ROOM, then);
  }

  @Override
  public Request remove(Room room, CommandKey key, Consumer<Outcome<Room>> then) {
    okhttp3.Request request =
        Calls.keyed(calls.api("rooms/" + room.id()).build(), key)
            .header("If-Match", Calls.version(room.version()))
            .delete()
            .build();
    // Nothing is in the answer: what was removed is what was asked for.
    return calls.send(request, ROOM, room, then);
  }

  @Override
  public Request doctors(Consumer<Outcome<List<Doctor>>> then) {
    return new AllPages<>(calls, calls.api("doctors"), DOCTORS, then).start();
  }

  @Override
  public Request keep(
      @Nullable Doctor before, KeepDoctor command, CommandKey key, Consumer<Outcome<Doctor>> then) {
    okhttp3.Request.Builder request =
        before == null
            ? calls.post("doctors", command, key)
            : calls.put("doctors/" + before.id(), before.version(), command, key);
    return calls.send(request.build(), DOCTOR, then);
  }

  @Override
  public Request needingAttention(
      HospitalId hospital, @Nullable DoctorId doctor, Consumer<Outcome<AttentionCount>> then) {
    HttpUrl.Builder url =
        calls.api("rebooking/count").addQueryParameter("hospital", hospital.toString());
    if (doctor != null) {
      url.addQueryParameter("doctor", doctor.toString());
    }
    return calls.send(Calls.get(url.build()), COUNT, then);
  }
}
