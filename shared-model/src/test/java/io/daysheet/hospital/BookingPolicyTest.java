package io.daysheet.hospital;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class BookingPolicyTest {

  private static final AppointmentType VISIT = new AppointmentType("VISIT", 45, 0, false, true);

  @Test
  void theDefaultIsTheStrictHourlyClinic() {
    BookingPolicy policy = BookingPolicy.hourly();

    assertThat(policy.gridMinutes()).isEqualTo(60);
    assertThat(policy.appointmentTypes()).extracting(AppointmentType::minutes).containsOnly(60);
    assertThat(policy.appointmentTypes())
        .extracting(AppointmentType::bufferMinutes)
        .containsOnly(0);
    assertThat(policy.shortestVisit()).isEqualTo(Duration.ofHours(1));
    assertThat(policy.cancellationNotice()).isEqualTo(Duration.ofHours(24));
    assertThat(policy.type("FOLLOW_UP")).isPresent();
    assertThat(policy.type("follow_up")).isEmpty();
  }

  @Test
  void aPolicyThatNobodyCouldBookByIsNone() {
    assertThatIllegalArgumentException().isThrownBy(() -> BookingPolicy.of(60, List.of()));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> BookingPolicy.of(60, List.of(VISIT, VISIT)));
    assertThatIllegalArgumentException().isThrownBy(() -> BookingPolicy.of(0, List.of(VISIT)));
    assertThatIllegalArgumentException().isThrownBy(() -> BookingPolicy.of(1441, List.of(VISIT)));
    assertThatIllegalArgumentException().isThrownBy(() -> noticeAndHorizon(-1, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> noticeAndHorizon(0, -1));
  }

  @Test
  void aVisitHasALengthAndFitsIntoADay() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new AppointmentType("VISIT", 4, 0, false, true));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new AppointmentType("VISIT", 1441, 0, false, true));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new AppointmentType("VISIT", 45, -1, false, true));
  }

  private static BookingPolicy noticeAndHorizon(long noticeMinutes, int horizonDays) {
    return new BookingPolicy(
        15,
        List.of(VISIT),
        Duration.ofMinutes(noticeMinutes),
        horizonDays,
        Duration.ZERO,
        Duration.ZERO,
        Duration.ZERO,
        List.of(),
        null,
        Duration.ZERO,
        Duration.ZERO);
  }
}
