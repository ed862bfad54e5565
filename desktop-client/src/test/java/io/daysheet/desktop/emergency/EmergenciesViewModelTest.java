package io.daysheet.desktop.emergency;

import static io.daysheet.desktop.emergency.QuietEmergencies.access;
import static org.assertj.core.api.Assertions.assertThat;

import io.daysheet.wire.EmergencyAccess;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class EmergenciesViewModelTest {

  private static final EmergencyAccess ZOFIA = access(1, "Kowalska", Duration.ofHours(12));
  private static final EmergencyAccess OTHER = access(2, "Nowak", Duration.ofHours(2));

  private final QuietEmergencies server = new QuietEmergencies();
  private final EmergenciesViewModel accesses = new EmergenciesViewModel(server, server, server);

  private EmergenciesViewModel.Shown shown() {
    return accesses.shownProperty().get();
  }

  @Test
  void whatBeganBeforeIsThereAgainTheFirstToEndFirst() {
    accesses.start();
    server.found(ZOFIA, OTHER);

    assertThat(shown().current()).containsExactly(OTHER, ZOFIA);
    assertThat(shown().until()).isEqualTo(ZOFIA.until());
    assertThat(accesses.isSeenSo(ZOFIA.patientId())).isTrue();
  }

  @Test
  void aLostAnswerIsAskedForAgain() {
    accesses.start();
    server.notFound();
    server.awaitAlarm();
    server.found(ZOFIA);

    assertThat(server.looks).isEqualTo(2);
    assertThat(shown().current()).containsExactly(ZOFIA);
  }

  @Test
  void whoseTimeIsOverIsGoneByItself() {
    accesses.start();
    server.found(ZOFIA, OTHER);
    server.awaitAlarm();
    assertThat(shown().current()).containsExactly(ZOFIA);
    server.awaitAlarm();

    assertThat(shown().current()).isEmpty();
    assertThat(accesses.isSeenSo(ZOFIA.patientId())).isFalse();
    assertThat(server.hasAlarm()).isFalse();
  }

  @Test
  void whoBeginsAnewHasOneOfThatPatient() {
    accesses.began(ZOFIA);
    EmergencyAccess longer =
        new EmergencyAccess(
            OTHER.id(),
            ZOFIA.patientId(),
            ZOFIA.patient(),
            ZOFIA.from(),
            ZOFIA.until().plusSeconds(60));
    accesses.began(longer);

    assertThat(shown().current()).containsExactly(longer);
  }

  @Test
  void endedTheyAreGoneOnceTheServerSaysSo() {
    accesses.began(ZOFIA);
    accesses.began(OTHER);
    accesses.endAll();
    accesses.endAll();
    assertThat(server.ended).as("each once").containsExactly(OTHER, ZOFIA);
    assertThat(shown().ending()).isTrue();
    assertThat(shown().current()).hasSize(2);
    server.ends();
    server.ends();

    assertThat(shown().current()).isEmpty();
    assertThat(shown().ending()).isFalse();
  }

  @Test
  void whatWasNotEndedIsStillThereAndSaysSo() {
    accesses.began(ZOFIA);
    accesses.endAll();
    server.losesTheEnd();

    assertThat(shown()).isEqualTo(new EmergenciesViewModel.Shown(shown().current(), false, true));
    assertThat(shown().current()).containsExactly(ZOFIA);
    accesses.endAll();
    assertThat(server.ended).hasSize(2);
  }

  @Test
  void leftItAsksNothingAnyMore() {
    accesses.start();
    server.found(ZOFIA);
    accesses.close();

    assertThat(server.hasAlarm()).isFalse();
  }
}
