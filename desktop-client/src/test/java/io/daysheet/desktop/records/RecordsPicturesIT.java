package io.daysheet.desktop.records;

import static io.daysheet.desktop.records.QuietPatients.TWIN;
import static io.daysheet.desktop.records.QuietPatients.ZOFIA;
import static io.daysheet.desktop.records.QuietPatients.visit;

import io.daysheet.desktop.board.Clinic;
import io.daysheet.desktop.board.World;
import io.daysheet.desktop.fx.Theme;
import io.daysheet.desktop.fx.ThemePicture;
import io.daysheet.rule.Blocker;
import io.daysheet.schedule.AppointmentStatus;
import io.daysheet.wire.MergedPatient;
import io.daysheet.wire.OverlappingVisits;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import javafx.scene.Parent;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.api.FxToolkit;

/// Pictures of patients' records in each theme.
class RecordsPicturesIT {

  private static final Instant NOW = Instant.parse("2026-03-19T09:30:00Z");

  @BeforeAll
  static void startToolkit() throws Exception {
    FxToolkit.registerPrimaryStage();
  }

  @ParameterizedTest
  @EnumSource
  void records(Theme theme) throws Exception {
    take("records", theme, 800, (_, _, _) -> {});
    take(
        "records-open",
        theme,
        1000,
        (records, server, world) -> {
          find(records, server, world);
          records.open(ZOFIA);
          server.visits(
              visit(1, ZOFIA, NOW.plusSeconds(86_400), AppointmentStatus.CONFIRMED),
              visit(2, ZOFIA, NOW.minusSeconds(864_000), AppointmentStatus.COMPLETED),
              visit(3, ZOFIA, NOW.minusSeconds(8_640_000), AppointmentStatus.NO_SHOW));
        });
    take(
        "records-likely",
        theme,
        1000,
        (records, server, world) -> {
          records.create();
          var form = Objects.requireNonNull(records.openProperty().get()).form();
          List<String> texts = new ArrayList<>(form.draft().texts());
          texts.set(0, "Kowalska");
          texts.set(1, "Zofia");
          texts.set(2, "1987-05-14");
          texts.set(4, "ring me");
          form.record().type(d -> d.with(texts), List.of(RecordDraft.Flaw.values()));
          world.run(Duration.ofSeconds(1));
          server.likely(TWIN);
        });
    take(
        "records-merge",
        theme,
        800,
        (records, server, world) -> {
          find(records, server, world);
          records.open(ZOFIA);
          records.beginMerge();
          merge(records).search().pick(TWIN);
          server.visits(visit(4, TWIN, NOW, AppointmentStatus.SCHEDULED));
        });
    take(
        "records-merged",
        theme,
        800,
        (records, server, world) -> {
          find(records, server, world);
          records.open(ZOFIA);
          records.beginMerge();
          merge(records).search().pick(TWIN);
          merge(records).merge();
          server.merge(
              new MergedPatient(
                  ZOFIA, 4, List.of(new OverlappingVisits(blocker(0), blocker(1800)))));
        });
  }

  private static void find(RecordsViewModel records, QuietPatients server, World world) {
    records.search().queryProperty().set("kow");
    world.run(Duration.ofSeconds(1));
    server.find("more", ZOFIA, TWIN);
  }

  private static MergeViewModel merge(RecordsViewModel records) {
    return Objects.requireNonNull(Objects.requireNonNull(records.openProperty().get()).merge());
  }

  private static Blocker blocker(long later) {
    Instant start = NOW.plusSeconds(84_600 + later);
    return new Blocker(
        new UUID(4, later + 1),
        Clinic.ID,
        Clinic.HADDAD.id(),
        start,
        start.plusSeconds(3600),
        null);
  }

  @FunctionalInterface
  private interface Story {
    void play(RecordsViewModel records, QuietPatients server, World world);
  }

  private static void take(String name, Theme theme, double height, Story story) throws Exception {
    ThemePicture.take(name, theme, 1216, height, () -> screen(story));
  }

  private static Parent screen(Story story) {
    var server = new QuietPatients();
    var world = new World(NOW, new Random(1));
    var records = new RecordsViewModel(server, world, world, Locale.UK);
    Parent root = RecordsScreen.load(records).root();
    records.start();
    story.play(records, server, world);
    return root;
  }
}
