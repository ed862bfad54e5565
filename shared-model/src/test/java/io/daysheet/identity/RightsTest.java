package io.daysheet.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RightsTest {

  /// Written by hand from the table of the domain: H own hospitals, P own patients, R own record, *
  /// everything.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          SEE_DIRECTORY       | * | * | * | * | - | *
          SEE_DAY             | H | H | P | - | - | -
          SEE_VISITS          | H | H | P | - | - | R
          BOOK                | H | H | P | - | - | R
          OPEN_TIME           | H | H | - | - | - | -
          ARRANGE_TIME        | - | H | - | - | - | -
          TAKE_TIME_OFF       | - | H | P | - | - | -
          SEE_PATIENTS        | * | * | P | - | - | R
          KEEP_PATIENTS       | * | * | - | - | - | R
          SEE_MEDICAL_RECORDS | - | - | P | - | - | R
          EMERGENCY_ACCESS    | - | - | * | - | - | -
          MANAGE_HOSPITALS    | - | - | - | * | - | -
          MANAGE_USERS        | - | - | - | * | - | -
          READ_AUDIT          | - | - | - | - | * | -
          OWN_ACCOUNT         | * | * | * | * | * | *
          """)
  void theTableIsTheDomains(
      Right right,
      String receptionist,
      String scheduler,
      String doctor,
      String admin,
      String auditor,
      String patient) {
    assertEquals(
        Stream.of(receptionist, scheduler, doctor, admin, auditor, patient).toList(),
        Stream.of(
                Role.RECEPTIONIST,
                Role.SCHEDULER,
                Role.DOCTOR,
                Role.ADMIN,
                Role.AUDITOR,
                Role.PATIENT)
            .map(role -> letter(Rights.of(role, right, Set.of())))
            .toList());
  }

  @Test
  void anIntegrationMayWhatItsScopesName() {
    assertEquals(
        Reach.NOTHING,
        Rights.of(Role.INTEGRATION, Right.BOOK, Set.of("schedule:read", "patients:write")));
    assertEquals(
        Reach.OWN_HOSPITALS, Rights.of(Role.INTEGRATION, Right.BOOK, Set.of("schedule:write")));
    assertEquals(
        Reach.EVERYTHING, Rights.of(Role.INTEGRATION, Right.SEE_PATIENTS, Set.of("patients:read")));
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          directory:read,     SEE_DIRECTORY
          schedule:read,      SEE_FREE_TIMES SEE_DAY SEE_VISITS
          schedule:write,     BOOK
          availability:write, OPEN_TIME ARRANGE_TIME TAKE_TIME_OFF
          patients:read,      SEE_PATIENTS
          patients:write,     KEEP_PATIENTS
          """)
  void eachScopeGivesItsRightsAndNoOther(String scope, String rights) {
    assertEquals(
        rights + " OWN_ACCOUNT",
        Stream.of(Right.values())
            .filter(right -> Rights.of(Role.INTEGRATION, right, Set.of(scope)) != Reach.NOTHING)
            .map(Right::name)
            .collect(Collectors.joining(" ")));
  }

  @Test
  void noScopeMakesAnAdministrator() {
    Set<String> all = Set.copyOf(Right.scopes().toList());
    for (Right right :
        new Right[] {
          Right.MANAGE_HOSPITALS,
          Right.MANAGE_USERS,
          Right.READ_AUDIT,
          Right.SEE_MEDICAL_RECORDS,
          Right.EMERGENCY_ACCESS
        }) {
      assertEquals(Reach.NOTHING, Rights.of(Role.INTEGRATION, right, all), right.name());
    }
  }

  @Test
  void anEmergencyLetsSomebodyLookAndWriteNothing() {
    assertEquals(
        "SEE_DAY SEE_VISITS SEE_PATIENTS SEE_MEDICAL_RECORDS",
        Stream.of(Right.values())
            .filter(Right::reachesFurtherInEmergency)
            .map(Right::name)
            .collect(Collectors.joining(" ")));
  }

  @Test
  void scopesGiveAPersonNothing() {
    assertEquals(
        Reach.NOTHING, Rights.of(Role.AUDITOR, Right.SEE_DAY, Set.copyOf(Right.scopes().toList())));
  }

  private static String letter(Reach reach) {
    return switch (reach) {
      case NOTHING -> "-";
      case OWN_RECORD -> "R";
      case OWN_PATIENTS -> "P";
      case OWN_HOSPITALS -> "H";
      case EVERYTHING -> "*";
    };
  }
}
