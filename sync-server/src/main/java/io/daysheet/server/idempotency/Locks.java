package io.daysheet.server.idempotency;

import io.daysheet.hospital.DoctorId;
import io.daysheet.hospital.RoomId;
import io.daysheet.patient.PatientId;
import java.sql.Types;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Whose time a write is about: until the commit nobody else writes about it. All are taken at
/// once, in the order that all commands keep.
public record Locks(
    Collection<DoctorId> doctors, Collection<PatientId> patients, Collection<RoomId> rooms) {

  /// A write that is about nobody's time.
  public static final Locks NONE = new Locks(List.of(), List.of(), List.of());

  public Locks {
    doctors = List.copyOf(doctors);
    patients = List.copyOf(patients);
    rooms = List.copyOf(rooms);
  }

  public static Locks of(DoctorId doctor) {
    return new Locks(List.of(doctor), List.of(), List.of());
  }

  public static Locks of(Collection<PatientId> patients) {
    return new Locks(List.of(), patients, List.of());
  }

  public static Locks of(RoomId room) {
    return new Locks(List.of(), List.of(), List.of(room));
  }

  /// To be called first in a transaction.
  ///
  /// @param key of the request, which is locked too
  public void take(JdbcClient jdbc, @Nullable String key) {
    jdbc.sql("select lock_schedule(:doctors, :patients, :rooms, :key)")
        .param("doctors", doctors.stream().map(DoctorId::value).toArray(UUID[]::new))
        .param("patients", patients.stream().map(PatientId::value).toArray(UUID[]::new))
        .param("rooms", rooms.stream().map(RoomId::value).toArray(UUID[]::new))
        .param("key", key, Types.VARCHAR)
        .query(rows -> {});
  }
}
