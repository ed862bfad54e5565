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
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// What an administrator asks of the server about hospitals and doctors, those out of service
/// included.
public interface DirectoryServer {

  Request hospitals(Consumer<Outcome<List<Hospital>>> then);

  /// Writes a hospital.
  ///
  /// @param before the version that is changed; null: a new one is made
  Request keep(
      @Nullable Hospital before,
      KeepHospital command,
      CommandKey key,
      Consumer<Outcome<Hospital>> then);

  /// A hospital's rooms, those out of service included.
  Request rooms(HospitalId hospital, Consumer<Outcome<List<Room>>> then);

  /// Writes a room.
  ///
  /// @param before the version that is changed; null: a new one is made
  Request keep(
      @Nullable Room before, KeepRoom command, CommandKey key, Consumer<Outcome<Room>> then);

  /// Removes the version that is given; its answer repeats it.
  Request remove(Room room, CommandKey key, Consumer<Outcome<Room>> then);

  Request doctors(Consumer<Outcome<List<Doctor>>> then);

  /// Writes a doctor.
  ///
  /// @param before the version that is changed; null: a new one is made
  Request keep(
      @Nullable Doctor before, KeepDoctor command, CommandKey key, Consumer<Outcome<Doctor>> then);

  /// How many visits of a hospital somebody should look at.
  ///
  /// @param doctor whose; null: everybody's
  Request needingAttention(
      HospitalId hospital, @Nullable DoctorId doctor, Consumer<Outcome<AttentionCount>> then);
}
