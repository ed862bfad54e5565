package io.daysheet.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.daysheet.hospital.BookingPolicy;
import io.daysheet.hospital.StatedPolicy;
import io.daysheet.wire.WireJson;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class PolicyRulesTest {

  private static final JsonMapper JSON = WireJson.mapper();

  @Test
  void whatIsLeftOutIsTheHourlyClinics() {
    assertThat(PolicyRules.check(StatedPolicy.NOTHING)).isEmpty();
    assertThat(StatedPolicy.NOTHING.policy()).isEqualTo(BookingPolicy.hourly());
  }

  /// What the server answers can be sent back.
  @Test
  void thePolicyOfAHospitalMeansItself() {
    StatedPolicy again =
        JSON.readValue(JSON.writeValueAsString(BookingPolicy.hourly()), StatedPolicy.class);

    assertThat(PolicyRules.check(again)).isEmpty();
    assertThat(again.policy()).isEqualTo(BookingPolicy.hourly());
  }

  @Test
  void ofTheUsualRemindersThoseForTypesThatThereAreNotAreLeftOut() {
    StatedPolicy policy = read("{'appointmentTypes': [{'code': 'FOLLOW_UP', 'minutes': 20}]}");

    assertThat(PolicyRules.check(policy)).isEmpty();
    assertThat(policy.policy().reminders()).hasSize(2);
    assertThat(policy.policy().appointmentTypes().getFirst().bufferMinutes()).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          {'gridMinutes': 5}                                              |
          {'gridMinutes': 4}                                              | gridMinutes
          {'gridMinutes': 1441}                                           | gridMinutes
          {'horizonDays': -1}                                             | horizonDays
          {'horizonDays': 3661}                                           | horizonDays
          {'minimumNotice': 'PT-1S'}                                      | minimumNotice
          {'minimumNotice': 'P400D'}                                      | minimumNotice
          {'cancellationNotice': 'PT0S'}                                  |
          {'holdDuration': 'PT59S'}                                       | holdDuration
          {'holdDuration': 'PT1H'}                                        |
          {'waitlistClaim': 'P31D'}                                       | waitlistClaim
          {'telehealthOpens': 'PT25H', 'telehealthCloses': 'PT-1M'}       | telehealthOpens telehealthCloses
          {'confirmation': {'askBefore': 'PT72H', 'releaseAfter': 'PT24H'}} |
          {'confirmation': {'askBefore': 'PT24H', 'releaseAfter': 'PT24H'}} | confirmation.releaseAfter
          {'confirmation': {'askBefore': 'PT24H', 'releaseAfter': 'PT0S'}} | confirmation.releaseAfter
          {'reminders': [{'before': 'PT1H', 'channels': ['SMS']}]}        |
          {'reminders': [{'before': 'PT0S', 'channels': ['FAX'], 'types': ['X']}]} | reminders[0].before reminders[0].channels reminders[0].types
          {'appointmentTypes': [{'code': 'A', 'minutes': 4, 'bufferMinutes': -1}]} | appointmentTypes[0].code appointmentTypes[0].minutes appointmentTypes[0].bufferMinutes
          {'appointmentTypes': [{'code': 'AB', 'minutes': 25}, {'code': 'AB', 'minutes': 50}]} | appointmentTypes[1].code
          """)
  void eachValueHasItsLimits(String json, String fields) {
    List<String> expected =
        fields == null
            ? List.of()
            : Arrays.stream(fields.split(" ")).map(field -> "policy." + field).toList();

    assertThat(PolicyRules.check(read(json)).map(v -> ((Violation.InvalidValue) v).field()))
        .isEqualTo(expected);
  }

  private static StatedPolicy read(String json) {
    return JSON.readValue(json.replace('\'', '"'), StatedPolicy.class);
  }
}
