package io.daysheet.desktop.remote;

import io.daysheet.hospital.DoctorId;
import io.daysheet.schedule.Appointment;
import io.daysheet.schedule.Availability;
import io.daysheet.schedule.Slot;
import io.daysheet.wire.ChangeAvailability;
import io.daysheet.wire.CloseAvailability;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import tools.jackson.core.type.TypeReference;

/// The doctors' time over REST.
public final class HttpArrangingServer implements ArrangingServer {

  private static final TypeReference<Availability> AVAILABILITY = new TypeReference<>() {};

  private final Calls calls;
  private final FreeSlots slots;

  public HttpArrangingServer(ServerAddress address, Executor executor) {
    this.calls = new Calls(address, executor);
    this.slots = new HttpRebookingServer(address, executor);
  }

  @Override
  public Request free(
      Appointment visit,
      DoctorId doctor,
      LocalDate from,
      LocalDate to,
      Consumer<Outcome<List<Slot>>> then) {
    return slots.free(visit, doctor, from, to, then);
  }

  @Override
  public Request change(
      Availability availability,
      ChangeAvailability command,
      CommandKey key,
      Consumer<Outcome<Availability>> then) {
    okhttp3.Request.Builder request =
        calls.put("availabilities/" + availability.id(), availability.version(), command, key);
    return calls.send(request.build(), AVAILABILITY, then);
  }

  @Override
  public Request close(
      Availability availability,
      CloseAvailability command,
      CommandKey key,
      Consumer<Outcome<Availability>> then) {
    okhttp3.Request request =
        Calls.keyed(calls.api("availabilities/" + availability.id()).build(), key)
            .header("If-Match", Calls.version(availability.version()))
            .delete(calls.body(command))
            .build();
    // Nothing is in the answer: what was removed is what was asked for.
    return calls.send(request, AVAILABILITY, availability, then);
  }
}
