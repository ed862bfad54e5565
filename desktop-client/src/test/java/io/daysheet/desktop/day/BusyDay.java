package io.daysheet.desktop.day;

import io.daysheet.hospital.AppointmentType;
import io.daysheet.hospital.BookingPolicy;
import io.daysheet.hospital.Hospital;
import io.daysheet.schedule.DaySchedule;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/// A made-up day of many doctors on a fine grid; the same numbers make the same day.
final class BusyDay {
  private static final List<String> FAMILIES =
      List.of(
          "Zieliński",
          "Horváth",
          "Rinaldi",
          "Oduya",
          "Lopes",
          "Hernández",
          "Nilsen",
          "Tóth",
          "Wójcik",
          "Varga",
          "Yılmaz",
          "Krüger",
          "Ibrahim",
          "Quist",
          "Dąbrowski",
          "Şahin");
  private static final List<String> GIVEN =
      List.of("Zoë", "Noah", "Ivan", "Ines", "Sara", "Aino", "Ottoline", "Karim", "Mila", "Éva");
  private static final List<String> DOCTORS =
      List.of(
          "Amira Haddad",
          "Jonas Lindqvist",
          "Oksana Bondarenko",
          "Tomás Ferreira",
          "Mei Tanaka",
          "Élise Moreau",
          "Kwame Mensah",
          "Ayşe Demir",
          "Siobhán O’Connor",
          "Lucía Vasquez",
          "Marek Kowalczyk",
          "Farah Rahman",
          "Elin Svensson",
          "Chidi Achebe",
          "Vesna Dimitrova",
          "Linh Nguyễn",
          "Paul Keller",
          "Hana Novotná",
          "Jun Park",
          "Rosa Marín");
  private static final List<String> SPECIALTIES =
      List.of("Cardiology", "General medicine", "Paediatrics", "Orthopaedics", "Dermatology");

  private BusyDay() {}

  /// Visits of 30 minutes on a grid of as many minutes as are given.
  static DaySchedule of(int doctors, int gridMinutes) {
    Hospital hospital =
        Facts.hospital(
            "Universitätsklinikum Nord",
            "Europe/Berlin",
            "08:00",
            "20:00",
            BookingPolicy.of(
                gridMinutes,
                List.of(
                    new AppointmentType("NEW_PATIENT", 2 * gridMinutes, 0, false, true),
                    new AppointmentType("FOLLOW_UP", gridMinutes, 0, false, true),
                    new AppointmentType("URGENT_CARE", gridMinutes, 0, false, false),
                    new AppointmentType("TELEHEALTH", gridMinutes, 0, false, true))));
    Random random = new Random(7);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < doctors; i++) {
      doctor(text, i, gridMinutes, random);
    }
    return HedwigDay.of(hospital, text.toString());
  }

  private static void doctor(StringBuilder text, int index, int grid, Random random) {
    String name = DOCTORS.get(index % DOCTORS.size());
    text.append("# ").append(name).append("; ").append(SPECIALTIES.get(index % 5)).append('\n');
    int from = 8 * 60 + 60 * random.nextInt(3);
    int until = 17 * 60 + 60 * random.nextInt(4);
    text.append(time(from)).append('-').append(time(until)).append('\n');
    for (int at = from; at < until; at += grid) {
      boolean isLong = random.nextInt(5) == 0 && at + 2 * grid <= until;
      if (random.nextInt(10) < 7) {
        text.append(visit(at, isLong, random));
        at += isLong ? grid : 0;
      }
    }
  }

  private static String visit(int at, boolean isLong, Random random) {
    String status = at < 10 * 60 ? "D" : at < 11 * 60 ? "A" : random.nextBoolean() ? "C" : "S";
    String type = isLong ? "N" : List.of("F", "F", "T", "U").get(random.nextInt(4));
    String name =
        FAMILIES.get(random.nextInt(FAMILIES.size()))
            + ", "
            + GIVEN.get(random.nextInt(GIVEN.size()));
    return time(at) + " " + status + " " + type + " " + name + "\n";
  }

  private static String time(int minutes) {
    return String.format(Locale.ROOT, "%02d:%02d", minutes / 60, minutes % 60);
  }
}
