package io.daysheet.server.crypto;

import io.daysheet.server.TestHospital;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// A patient of whom each text is like no other in the world.
record PlantedPerson(int number) {

  /// The one thing of theirs that is stored as it is.
  static final String PLAN = "Plainly Insured PPO";

  String given() {
    return "Quetzalina" + number;
  }

  String family() {
    return "Xylander-Łoś" + number;
  }

  String mrn() {
    return "MRN-SECRET-77" + number;
  }

  String born() {
    return "195" + number + "-11-29";
  }

  String phone() {
    return "+49 30 998877" + number;
  }

  String email() {
    return "quetza" + number + "@example.org";
  }

  String member() {
    return "M-4711-0815-" + number;
  }

  String reason() {
    return "an intimate complaint №" + number;
  }

  String notes() {
    return "a hidden note of the desk №" + number;
  }

  String whyCancelled() {
    return "cancelled since she is ill №" + number;
  }

  String whyInAnEmergency() {
    return "found unconscious beside her zither №" + number;
  }

  String whyMoved() {
    return "moved for a private errand №" + number;
  }

  /// All that nobody may find.
  List<String> texts() {
    return List.of(
        given(),
        family(),
        mrn(),
        born(),
        phone(),
        email(),
        member(),
        reason(),
        notes(),
        whyMoved(),
        whyCancelled(),
        whyInAnEmergency());
  }

  Map<String, Object> record() {
    return Map.of(
        "mrn",
        mrn(),
        "givenName",
        given(),
        "familyName",
        family(),
        "birthDate",
        born(),
        "phone",
        phone(),
        "email",
        email(),
        "insurance",
        Map.of("plan", PLAN, "memberId", member()));
  }

  Map<String, Object> visit(TestHospital hospital, UUID doctor, String patient, String start) {
    return TestHospital.and(
        TestHospital.and(
            hospital.booking(doctor, UUID.fromString(patient), start), "reason", reason()),
        "notes",
        notes());
  }
}
