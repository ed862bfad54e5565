package io.daysheet.desktop.day;

import io.daysheet.hospital.BookingPolicy;
import io.daysheet.hospital.Doctor;
import io.daysheet.hospital.Hospital;
import io.daysheet.schedule.Appointment;
import io.daysheet.schedule.AppointmentStatus;
import io.daysheet.schedule.Availability;
import io.daysheet.schedule.DaySchedule;
import io.daysheet.schedule.Hold;
import io.daysheet.schedule.StreamPosition;
import io.daysheet.schedule.TimeOff;
import io.daysheet.time.MinuteOfDay;
import io.daysheet.time.OpeningHours;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/// A written day: by default that of the target's pictures, St. Hedwig Clinic on Thursday, 19 March
/// 2026, seen at 10:42.
///
/// A line is a doctor (`# name; specialty`), an availability (`09:00-13:00`), or a visit: start,
/// letter of the status, letter of the type, name.
final class HedwigDay {
  static final LocalDate DATE = LocalDate.of(2026, 3, 19);
  static final Hospital HOSPITAL =
      Facts.hospital(
          "St. Hedwig Clinic", "Europe/Berlin", "09:00", "19:00", BookingPolicy.hourly());
  static final Instant NOW = at("10:42");

  private static final String DAY =
      """
      # Amira Haddad; Cardiology
      09:00-13:00
      14:00-18:00
      09:00 D F Nguyễn, Thị Hòa
      10:00 A F Kowalska, Zofia
      11:00 C N O’Neill, Siobhán
      12:00 S F Groß, Jürgen
      14:00 C F Παπαδοπούλου, Αικατερίνη
      16:00 S F Singh, Gurpreet
      # Jonas Lindqvist; General medicine
      09:00-17:00
      09:00 D U Yıldırım, Özge
      10:00 A F Шевченко, Олена
      11:00 A N García-López, María
      12:00 C T Szabó, Ágnes
      14:00 S F Nowak, Jan
      15:00 S F Čermák, Jiří
      19:00 S F Adeyemi, Tunde
      # Oksana Bondarenko; Paediatrics
      10:00-16:00
      10:00 A F Haile, Selam
      12:00 C N Kaya, Emre
      14:00 C F Dupont, Camille
      15:00 S F Kim, Seo-yeon
      # Tomás Ferreira; Orthopaedics
      09:00-12:00
      13:00-19:00
      09:00 N F van der Berg, Daan
      10:00 C F Rossi, Chiara
      13:00 C F Øverland, Kari
      14:00 S F D’Angelo, Luca
      15:00 S F Ivanova, Desislava
      16:00 S N Fernandes, Beatriz
      18:00 C F Jansen, Emma
      # Mei Tanaka; Dermatology
      13:00-19:00
      13:00 C F 佐藤, 健
      14:00 S N N’Diaye, Fatou
      15:00 C T Lévesque, Anaïs
      17:00 S F Petrović, Miloš
      # Élise Moreau; Neurology
      09:00-13:00
      15:00-19:00
      09:00 D F Okonkwo, Chidi
      10:00 A F Þórsdóttir, Guðrún
      11:00 C F الأحمد، محمد
      12:00 C F Björklund, Åsa
      15:00 S F Popescu, Andrei
      16:00 C F Müller, Anneliese
      18:00 S F Costa, Rui
      # Kwame Mensah; Internal medicine
      09:00-19:00
      09:00 D F Hernández, Iñigo
      10:00 A U Wiśniewski, Łukasz
      11:00 S F Băsescu, Ioana
      12:00 C F Schäfer, Lena
      14:00 S U Ali, Yusuf
      15:00 C F Lindholm, Aino
      17:00 S T Baptiste, Régine
      # Ayşe Demir; Gynaecology
      11:00 C F Novotná, Hana
      15:00 S F Tran, Linh
      """;

  private final Hospital hospital;
  private final List<Doctor> doctors = new ArrayList<>();
  private final List<Availability> availabilities = new ArrayList<>();
  private final List<Appointment> visits = new ArrayList<>();

  private HedwigDay(Hospital hospital) {
    this.hospital = hospital;
  }

  /// The day of the picture, with its holds and absences.
  static DaySchedule picture() {
    HedwigDay day = new HedwigDay(HOSPITAL).read(DAY);
    List<Doctor> doctors = day.doctors;
    return day.schedule(
        List.of(
            Facts.hold(HOSPITAL, doctors.get(2), at("11:00"), NOW.plusSeconds(221)),
            Facts.hold(HOSPITAL, doctors.get(3), at("17:00"), NOW.plusSeconds(252))),
        List.of(
            Facts.timeOff(doctors.get(4), at("09:00"), at("13:00"), TimeOff.Reason.CME),
            Facts.timeOff(doctors.get(7), at("09:00"), at("19:00"), TimeOff.Reason.SICK)));
  }

  /// Another hospital's day on the same date.
  static DaySchedule of(Hospital hospital, String text) {
    return new HedwigDay(hospital).read(text).schedule(List.of(), List.of());
  }

  /// An instant of the date on the clinic's wall clock.
  static Instant at(String time) {
    return at(HOSPITAL, time);
  }

  private static Instant at(Hospital hospital, String time) {
    return MinuteOfDay.parse(time).startOn(DATE, hospital.timeZone()).toInstant();
  }

  private HedwigDay read(String text) {
    text.lines().forEach(this::line);
    return this;
  }

  private void line(String line) {
    if (line.startsWith("# ")) {
      String[] parts = line.substring(2).split("; ", 2);
      doctors.add(Facts.doctor(parts[0], parts[1], hospital));
    } else if (line.charAt(5) == '-') {
      String[] ends = line.split("-", 2);
      availabilities.add(
          Facts.availability(
              hospital, doctors.getLast(), at(hospital, ends[0]), at(hospital, ends[1])));
    } else {
      String[] parts = line.split(" ", 4);
      visits.add(
          Facts.visit(
              hospital,
              doctors.getLast(),
              at(hospital, parts[0]),
              type(parts[2]),
              status(parts[1]),
              parts[3]));
    }
  }

  private static String type(String letter) {
    return switch (letter) {
      case "N" -> "NEW_PATIENT";
      case "U" -> "URGENT_CARE";
      case "T" -> "TELEHEALTH";
      default -> "FOLLOW_UP";
    };
  }

  private static AppointmentStatus status(String letter) {
    return switch (letter) {
      case "C" -> AppointmentStatus.CONFIRMED;
      case "A" -> AppointmentStatus.ARRIVED;
      case "D" -> AppointmentStatus.COMPLETED;
      case "N" -> AppointmentStatus.NO_SHOW;
      default -> AppointmentStatus.SCHEDULED;
    };
  }

  private DaySchedule schedule(List<Hold> holds, List<TimeOff> away) {
    List<OpeningHours> open = hospital.operatingHours().of(DATE.getDayOfWeek());
    return new DaySchedule(
        hospital,
        DATE,
        open.isEmpty() ? null : open.getFirst().open(),
        open.isEmpty() ? null : open.getLast().close(),
        new StreamPosition("e", 1),
        doctors,
        availabilities,
        visits,
        holds,
        away,
        List.of());
  }

  /// A visit that is not on the picture: Dr. number 1 at 13:00.
  static Appointment weber(DaySchedule schedule) {
    return Facts.visit(
        schedule.hospital(),
        schedule.doctors().get(1),
        at("13:00"),
        "FOLLOW_UP",
        AppointmentStatus.SCHEDULED,
        "Weber, Katrin");
  }
}
