package io.daysheet.desktop.availability;

import io.daysheet.desktop.remote.ArrangingServer;
import io.daysheet.desktop.remote.CommandKey;
import io.daysheet.desktop.remote.Outcome;
import io.daysheet.desktop.remote.Outcome.Cause;
import io.daysheet.desktop.remote.Request;
import io.daysheet.hospital.DoctorId;
import io.daysheet.schedule.Appointment;
import io.daysheet.schedule.Availability;
import io.daysheet.schedule.Slot;
import io.daysheet.wire.ChangeAvailability;
import io.daysheet.wire.CloseAvailability;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// A server of the doctors' time: it tells what is free at once, and answers writes when the test
/// says so.
public final class QuietArranging implements ArrangingServer {

  /// When each doctor is free, by the hour.
  public final Map<DoctorId, List<Instant>> free = new HashMap<>();

  public final List<ChangeAvailability> changes = new ArrayList<>();
  public final List<CloseAvailability> closings = new ArrayList<>();
  final List<CommandKey> keys = new ArrayList<>();
  boolean tells = true;
  int asked;
  private Consumer<Outcome<Availability>> write = _ -> {};

  /// Answers the last write.
  public void answer(Outcome<Availability> outcome) {
    write.accept(outcome);
  }

  @Override
  public Request change(
      Availability availability,
      ChangeAvailability command,
      CommandKey key,
      Consumer<Outcome<Availability>> then) {
    changes.add(command);
    return write(key, then);
  }

  @Override
  public Request close(
      Availability availability,
      CloseAvailability command,
      CommandKey key,
      Consumer<Outcome<Availability>> then) {
    closings.add(command);
    return write(key, then);
  }

  private Request write(CommandKey key, Consumer<Outcome<Availability>> then) {
    keys.add(key);
    write = then;
    return () -> {};
  }

  @Override
  public Request free(
      Appointment visit,
      DoctorId doctor,
      LocalDate from,
      LocalDate to,
      Consumer<Outcome<List<Slot>>> then) {
    asked++;
    then.accept(
        tells
            ? new Outcome.Done<>(
                free.getOrDefault(doctor, List.of()).stream()
                    .map(start ->
                        new Slot(
                            visit.hospitalId(),
                            doctor,
                            start,
                            start.plus(Duration.ofHours(1)),
                            Slot.Status.AVAILABLE,
                            null))
                    .toList())
            : new Outcome.Unknown<>(Cause.NO_ANSWER));
    return () -> {};
  }
}
