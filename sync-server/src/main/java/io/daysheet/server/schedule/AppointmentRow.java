package io.daysheet.server.schedule;

import io.daysheet.hospital.DoctorId;
import io.daysheet.hospital.HospitalId;
import io.daysheet.hospital.RoomId;
import io.daysheet.patient.PatientId;
import io.daysheet.patient.PatientSummary;
import io.daysheet.rule.Attention.Booked;
import io.daysheet.schedule.Appointment;
import io.daysheet.schedule.AppointmentId;
import io.daysheet.schedule.AppointmentStatus;
import io.daysheet.server.crypto.EncryptedField;
import io.daysheet.server.crypto.FieldCipher;
import io.daysheet.server.crypto.UnreadableRecord;
import io.daysheet.server.crypto.UnreadableRecords;
import io.daysheet.server.database.SqlTime;
import io.daysheet.server.patient.PatientSummaries;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Reads an appointment with as much of its patient as a card shows.
///
/// A visit whose texts or whose patient can't be decrypted is still a visit: it takes its time, and
/// says in `needsAttention` what is the matter.
@Component
public class AppointmentRow {

  /// Of `appointment a join patient p on p.id = a.patient_id`.
  public static final String COLUMNS =
      "a.id, a.hospital_id, a.doctor_id, a.patient_id, "
          + PatientSummaries.COLUMNS
          + """
          , lower(a.during) as starts, upper(a.during) as ends, a.type, a.status, a.reason,
            a.notes, a.room_id, a.telehealth_link, a.version,
            %s\
          """
              .formatted(BookedRow.FACTS);

  public static final EncryptedField REASON = EncryptedField.ofRecords("appointment", "reason");
  public static final EncryptedField NOTES = EncryptedField.ofRecords("appointment", "notes");
  public static final EncryptedField CANCELLATION_REASON =
      EncryptedField.ofRecords("appointment", "cancellation_reason");
  public static final EncryptedField EVENT_REASON =
      EncryptedField.ofRecords("appointment_event", "reason");
  static final EncryptedField TELEHEALTH_LINK =
      EncryptedField.ofRecords("appointment", "telehealth_link");

  static final String UNREADABLE = "unreadable-record";

  /// A date on which nobody was born who has an appointment.
  private static final PatientSummary SOMEBODY = new PatientSummary("", "—", LocalDate.of(1, 1, 1));

  private final PatientSummaries patients;
  private final FieldCipher cipher;
  private final UnreadableRecords unreadable;
  private final BookedRow booked;

  AppointmentRow(
      PatientSummaries patients,
      FieldCipher cipher,
      UnreadableRecords unreadable,
      BookedRow booked) {
    this.patients = patients;
    this.cipher = cipher;
    this.unreadable = unreadable;
    this.booked = booked;
  }

  /// A visit as its row has it, before its hospital and its doctor have been looked at.
  public record Found(Appointment visit, Booked facts) {}

  public Found find(ResultSet row) throws SQLException {
    return new Found(read(row), BookedRow.read(row));
  }

  /// Visits that were found, with all that needs attention; however many there are, the database is
  /// asked once at most for their doctors.
  public List<Appointment> attended(List<Found> found) {
    booked.know(found.stream().map(each -> each.visit().doctorId()).toList());
    return found.stream().map(this::attended).toList();
  }

  /// A visit that was found, with all that needs attention. To be asked when the rows have been
  /// read, since it may ask the database for a hospital that is not remembered.
  public Appointment attended(Found found) {
    Appointment visit = found.visit();
    List<String> codes = booked.codes(found.facts(), visit.hospitalId(), visit.doctorId());
    return codes.isEmpty()
        ? visit
        : visit.needing(Stream.concat(visit.needsAttention().stream(), codes.stream()).toList());
  }

  /// A visit of which only the record itself may need attention: all else is well, or no matter any
  /// more.
  public static Appointment settled(Appointment visit) {
    return visit.needing(visit.needsAttention().stream().filter(UNREADABLE::equals).toList());
  }

  /// A visit with no word about what needs attention, but that it can't be read.
  public Appointment read(ResultSet row) throws SQLException {
    UUID id = row.getObject("id", UUID.class);
    PatientId patient = new PatientId(row.getObject("patient_id", UUID.class));
    Optional<PatientSummary> summary = patients.read(patient, row);
    Texts texts = texts(id, row);
    return new Appointment(
        new AppointmentId(id),
        new HospitalId(row.getObject("hospital_id", UUID.class)),
        new DoctorId(row.getObject("doctor_id", UUID.class)),
        patient,
        summary.orElse(SOMEBODY),
        SqlTime.read(row, "starts"),
        SqlTime.read(row, "ends"),
        row.getString("type"),
        AppointmentStatus.valueOf(row.getString("status")),
        texts.reason(),
        texts.notes(),
        room(row),
        texts.telehealthLink(),
        texts.readable() && summary.isPresent() ? List.of() : List.of(UNREADABLE),
        row.getInt("version"));
  }

  /// What a card shows of a patient; a dash if it can't be read. Reads the columns of
  /// [PatientSummaries].
  public PatientSummary patient(PatientId id, ResultSet row) throws SQLException {
    return patients.read(id, row).orElse(SOMEBODY);
  }

  private static @Nullable RoomId room(ResultSet row) throws SQLException {
    UUID room = row.getObject("room_id", UUID.class);
    return room == null ? null : new RoomId(room);
  }

  private record Texts(
      @Nullable String reason,
      @Nullable String notes,
      @Nullable String telehealthLink,
      boolean readable) {}

  private Texts texts(UUID id, ResultSet row) throws SQLException {
    try {
      return new Texts(
          cipher.decryptIfThere(REASON, id, row.getBytes("reason")),
          cipher.decryptIfThere(NOTES, id, row.getBytes("notes")),
          cipher.decryptIfThere(TELEHEALTH_LINK, id, row.getBytes("telehealth_link")),
          true);
    } catch (UnreadableRecord damaged) {
      unreadable.tell(damaged);
      return new Texts(null, null, null, false);
    }
  }
}
