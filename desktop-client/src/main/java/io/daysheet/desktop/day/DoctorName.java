package io.daysheet.desktop.day;

import java.util.List;

/// A doctor's name in three lengths; a narrow column takes a shorter one rather than cut it.
final class DoctorName {
  private static final String TITLE = "Dr. ";

  private DoctorName() {}

  /// "Dr. Oksana Bondarenko", "Dr. O. Bondarenko", "Dr. Bondarenko".
  static List<String> variants(String name) {
    String bare = name.startsWith(TITLE) ? name.substring(TITLE.length()) : name;
    int last = bare.lastIndexOf(' ');
    if (last < 0) {
      return List.of(TITLE + bare);
    }
    String family = bare.substring(last + 1);
    String initial = bare.substring(0, bare.offsetByCodePoints(0, 1));
    return List.of(TITLE + bare, TITLE + initial + ". " + family, TITLE + family);
  }

  /// "Dr. Bondarenko".
  static String shortest(String name) {
    return variants(name).getLast();
  }
}
