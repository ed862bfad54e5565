package io.daysheet.desktop.records;

import static io.daysheet.desktop.records.QuietPatients.TWIN;
import static io.daysheet.desktop.records.QuietPatients.ZOFIA;
import static io.daysheet.desktop.records.QuietPatients.visit;
import static org.assertj.core.api.Assertions.assertThat;

import io.daysheet.desktop.board.World;
import io.daysheet.desktop.records.MergeViewModel.Choosing;
import io.daysheet.desktop.records.MergeViewModel.Comparing;
import io.daysheet.desktop.records.MergeViewModel.Done;
import io.daysheet.rule.Violation.Merged;
import io.daysheet.schedule.AppointmentStatus;
import io.daysheet.wire.MergedPatient;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MergeViewModelTest {

  private static final Instant NOW = Instant.parse("2026-03-19T09:30:00Z");

  private final QuietPatients server = new QuietPatients();
  private final World world = new World(NOW, new Random(1));
  private final RecordsViewModel records = new RecordsViewModel(server, world, world, Locale.UK);

  @BeforeEach
  void begin() {
    records.search().put(TWIN);
    records.open(ZOFIA);
    records.beginMerge();
  }

  private MergeViewModel merge() {
    return Objects.requireNonNull(Objects.requireNonNull(records.openProperty().get()).merge());
  }

  @Test
  void theOtherIsChosenAndWhichOneStays() {
    merge().search().pick(TWIN);
    server.visits(visit(1, TWIN, NOW, AppointmentStatus.SCHEDULED));
    assertThat(merge().stepProperty().get()).isEqualTo(new Comparing(ZOFIA, TWIN, false, ""));
    merge().swap();
    merge().merge();
    merge().merge();

    assertThat(server.merged).containsExactly(ZOFIA.id() + " into " + TWIN.id());
  }

  @Test
  void aRecordIsNotMergedWithItself() {
    merge().search().pick(ZOFIA);

    assertThat(merge().stepProperty().get()).isEqualTo(new Choosing());
  }

  @Test
  void whatIsNotAnsweredIsTriedByTheSameKeyAndTheOneThatStaysIsOpenedThen() {
    merge().search().pick(TWIN);
    merge().merge();
    server.loseTheMerge();
    assertThat(((Comparing) merge().stepProperty().get()).told()).contains("nothing is done twice");
    merge().merge();
    assertThat(server.keys.get(0)).isEqualTo(server.keys.get(1));
    var result = new MergedPatient(ZOFIA, 3, List.of());
    server.merge(result);
    assertThat(merge().stepProperty().get()).isEqualTo(new Done(result, TWIN));
    records.leaveMerge();

    assertThat(records.isOpen(ZOFIA)).isTrue();
    assertThat(Objects.requireNonNull(records.openProperty().get()).merge()).isNull();
    assertThat(records.search().found()).containsExactly(ZOFIA);
  }

  @Test
  void aRecordThatWasMergedMeanwhileIsNamed() {
    merge().search().pick(TWIN);
    merge().merge();
    server.refuseToMerge("merged", new Merged(ZOFIA.id()));

    assertThat(((Comparing) merge().stepProperty().get()).told()).contains("merged meanwhile");
  }
}
