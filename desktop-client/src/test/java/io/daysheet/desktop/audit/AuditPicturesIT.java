package io.daysheet.desktop.audit;

import static io.daysheet.desktop.audit.QuietTrail.entry;

import io.daysheet.desktop.fx.Theme;
import io.daysheet.desktop.fx.ThemePicture;
import io.daysheet.desktop.remote.Exported;
import io.daysheet.wire.AuditAction;
import io.daysheet.wire.AuditEntry;
import io.daysheet.wire.AuditOutcome;
import java.nio.file.Path;
import java.util.stream.Stream;
import javafx.scene.Parent;
import javafx.scene.control.TableView;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.api.FxToolkit;

/// Pictures of the auditor's screen in each theme.
class AuditPicturesIT {

  @BeforeAll
  static void startToolkit() throws Exception {
    FxToolkit.registerPrimaryStage();
  }

  @ParameterizedTest
  @EnumSource
  void audit(Theme theme) throws Exception {
    take(
        "audit",
        theme,
        (audit, server, _) -> {
          audit.check().begin();
          server.verified(QuietTrail.sound());
        });
    take(
        "audit-entry",
        theme,
        (audit, server, root) -> {
          audit.check().begin();
          server.verified(QuietTrail.broken());
          ((TableView<?>) root.lookup(".table-view")).getSelectionModel().select(0);
        });
    take(
        "audit-export",
        theme,
        (audit, server, _) -> {
          audit.check().begin();
          audit.export().begin(audit.question(), Path.of("audit-2026-03.ndjson"));
          server.write(41_500);
        });
  }

  @ParameterizedTest
  @EnumSource
  void anEmergency(Theme theme) throws Exception {
    take(
        "audit-emergency",
        theme,
        (_, _, root) -> ((TableView<?>) root.lookup(".table-view")).getSelectionModel().select(6));
  }

  @ParameterizedTest
  @EnumSource
  void anExportThatFailed(Theme theme) throws Exception {
    take(
        "audit-no-room",
        theme,
        (audit, server, _) -> {
          audit.export().begin(audit.question(), Path.of("audit-2026-03.ndjson"));
          server.written(Exported.Why.NO_ROOM);
        });
  }

  private static AuditEntry[] entries() {
    return Stream.of(
            entry(9, AuditAction.DAY_READ, AuditOutcome.DONE, 8),
            entry(8, AuditAction.APPOINTMENT_CANCELLED, AuditOutcome.DONE, 1),
            entry(7, AuditAction.APPOINTMENT_BOOKED, AuditOutcome.REFUSED, 1),
            entry(6, AuditAction.PATIENTS_SEARCHED, AuditOutcome.DONE, 3),
            entry(5, AuditAction.PATIENT_VISITS_READ, AuditOutcome.FORBIDDEN, 1),
            entry(2, AuditAction.PATIENT_READ, AuditOutcome.DONE, 1),
            entry(1, AuditAction.EMERGENCY_ACCESS, AuditOutcome.DONE, 1),
            entry(4, AuditAction.SIGNED_IN, AuditOutcome.DONE, 0),
            entry(3, AuditAction.AVAILABILITY_CREATED, AuditOutcome.REPEATED, 0))
        .toArray(AuditEntry[]::new);
  }

  @FunctionalInterface
  private interface Story {
    void play(AuditViewModel audit, QuietTrail server, Parent root);
  }

  private static void take(String name, Theme theme, Story story) throws Exception {
    ThemePicture.take(name, theme, 1216, () -> screen(story));
  }

  private static Parent screen(Story story) {
    var server = new QuietTrail();
    var audit = new AuditViewModel(server);
    Parent root = AuditScreen.load(audit).root();
    audit.load();
    server.find("more", entries());
    story.play(audit, server, root);
    return root;
  }
}
