package io.daysheet.server.access;

import io.daysheet.hospital.Doctor;
import io.daysheet.hospital.DoctorId;
import io.daysheet.hospital.HospitalId;
import io.daysheet.identity.Account;
import io.daysheet.identity.Reach;
import io.daysheet.patient.PatientId;
import io.daysheet.schedule.Appointment;
import io.daysheet.schedule.Availability;
import io.daysheet.server.web.ProblemKind;
import io.daysheet.server.web.RequestRefused;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// How far one right of one caller reaches: what may be in an answer to them, and what they may
/// touch. All of it is answered from memory.
///
/// @param emergencies patients of whom everything is seen, wherever they are and whoever's
public record Sight(Reach reach, Account account, Set<PatientId> emergencies) {

  /// Whose own hospitals are all of them sees everything.
  public Sight {
    emergencies = reach == Reach.NOTHING ? Set.of() : Set.copyOf(emergencies);
    if (reach == Reach.OWN_HOSPITALS && account.everyHospital()) {
      reach = Reach.EVERYTHING;
    }
  }

  public Sight(Reach reach, Account account) {
    this(reach, account, Set.of());
  }

  /// Without what an emergency adds: what stays when it is over.
  public Sight lasting() {
    return new Sight(reach, account);
  }

  /// A doctor sees something of each hospital: the own calendar there.
  public boolean sees(HospitalId hospital) {
    return switch (reach) {
      case EVERYTHING, OWN_PATIENTS -> true;
      case OWN_HOSPITALS -> account.worksAt(hospital);
      case OWN_RECORD, NOTHING -> false;
    };
  }

  public boolean sees(Appointment visit) {
    return sees(visit.hospitalId(), visit.doctorId(), visit.patientId());
  }

  /// Whether a visit of these is theirs to see, or to make.
  public boolean sees(HospitalId hospital, DoctorId doctor, PatientId patient) {
    if (emergencies.contains(patient)) {
      return true;
    }
    return switch (reach) {
      case EVERYTHING -> true;
      case OWN_HOSPITALS -> account.worksAt(hospital);
      case OWN_PATIENTS -> doctor.equals(account.doctorId());
      case OWN_RECORD -> patient.equals(account.patientId());
      case NOTHING -> false;
    };
  }

  public boolean sees(Availability availability) {
    return sees(availability.hospitalId(), availability.doctorId());
  }

  /// Whether a doctor's time at a hospital is theirs to see, or to arrange.
  public boolean sees(HospitalId hospital, DoctorId doctor) {
    return switch (reach) {
      case EVERYTHING -> true;
      case OWN_HOSPITALS -> account.worksAt(hospital);
      case OWN_PATIENTS -> doctor.equals(account.doctorId());
      case OWN_RECORD, NOTHING -> false;
    };
  }

  /// Whether some of a doctor's time is theirs to see, or to arrange, at whichever hospital.
  public boolean sees(Doctor doctor) {
    return switch (reach) {
      case EVERYTHING -> true;
      case OWN_HOSPITALS -> doctor.hospitals().stream().anyMatch(account::worksAt);
      case OWN_PATIENTS -> doctor.id().equals(account.doctorId());
      case OWN_RECORD, NOTHING -> false;
    };
  }

  /// The hospitals to which an answer is limited; null if it isn't, empty: nothing is to be seen.
  public @Nullable Set<HospitalId> onlyHospitals() {
    return reach == Reach.OWN_HOSPITALS ? account.hospitals() : null;
  }

  /// The hospitals to which an answer about a patient is limited; null if it isn't.
  public @Nullable Set<HospitalId> onlyHospitals(PatientId patient) {
    return emergencies.contains(patient) ? null : onlyHospitals();
  }

  /// The doctor to whom an answer about a patient is limited; null if it isn't.
  public @Nullable DoctorId onlyDoctor(PatientId patient) {
    return emergencies.contains(patient) ? null : onlyDoctor();
  }

  /// The doctor to whom an answer is limited, but for the emergencies; null if it isn't.
  public @Nullable DoctorId onlyDoctor() {
    return reach == Reach.OWN_PATIENTS ? Objects.requireNonNull(account.doctorId()) : null;
  }

  /// The patient to whom an answer is limited; null if it isn't.
  public @Nullable PatientId onlyPatient() {
    return reach == Reach.OWN_RECORD ? Objects.requireNonNull(account.patientId()) : null;
  }

  /// The doctors of a day that was asked for with these; none means all that may be seen.
  ///
  /// @throws RequestRefused if one of them may not be seen
  public Collection<DoctorId> narrowed(Collection<DoctorId> wanted) {
    DoctorId only = onlyDoctor();
    if (only == null) {
      return wanted;
    }
    require(wanted.stream().allMatch(only::equals));
    return List.of(only);
  }

  /// Refuses as forbidden what is not allowed.
  public void require(boolean allowed) {
    if (!allowed) {
      throw RequestRefused.of(ProblemKind.FORBIDDEN);
    }
  }

  /// The answer about something that does not exist. Whoever sees all there is learns that; to
  /// others it looks like something that isn't theirs, or the difference would tell them.
  public RequestRefused missing() {
    return reach == Reach.EVERYTHING
        ? RequestRefused.notFound()
        : RequestRefused.of(ProblemKind.FORBIDDEN);
  }
}
