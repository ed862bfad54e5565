package io.daysheet.desktop.audit;

import static io.daysheet.desktop.demo.Hand.onScreen;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.daysheet.desktop.DemoSignIn;
import io.daysheet.desktop.demo.ServerProcess;
import io.daysheet.desktop.fx.FxThread;
import io.daysheet.desktop.fx.Screens;
import io.daysheet.desktop.remote.HttpAuditServer;
import io.daysheet.desktop.remote.ServerAddress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;

/// An auditor writes the real server's trail into a file, from the button on.
class AuditExportIT {

  @TempDir private static Path folder;
  private static ServerProcess server;

  @TempDir private Path documents;
  private @Nullable Path chosen;
  private ServerAddress address;
  private AuditViewModel audit;
  private Parent root;

  @BeforeAll
  static void start() {
    Path jar = Path.of(System.getProperty("daysheet.server.jar"));
    server = ServerProcess.start(jar, folder.resolve("data"), "--daysheet.demo=true");
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @BeforeEach
  void open() throws Exception {
    Path credentials = folder.resolve("data").resolve("demo-credentials.json");
    address =
        new ServerAddress(
            server.address().toString(), "Desk 1", DemoSignIn.as("auditor", credentials).tokens());
    audit = new AuditViewModel(new HttpAuditServer(address, new FxThread()));
    Stage stage = FxToolkit.registerPrimaryStage();
    root =
        onScreen(() -> {
          Parent made =
              new Screens()
                  .wire(
                      AuditScreen.class,
                      () -> new AuditScreen(audit, (_, _, _) -> Optional.ofNullable(chosen)))
                  .<Parent, AuditScreen>load(AuditScreen.class)
                  .root();
          stage.setScene(new Scene(made, 1216, 800));
          stage.show();
          return made;
        });
  }

  @AfterEach
  void close() {
    onScreen(() -> {
      audit.close();
      return true;
    });
    address.close();
  }

  private void export(@Nullable Path file) {
    chosen = file;
    onScreen(() -> {
      ((Button) root.lookup("#export")).fire();
      return true;
    });
  }

  private String news() {
    return onScreen(() ->
        root.lookup("#news").lookupAll(".label").stream()
            .map(label -> ((Labeled) label).getText())
            .collect(Collectors.joining("\n")));
  }

  private void awaitNews(String text) {
    await().atMost(Duration.ofSeconds(30)).until(() -> news().contains(text));
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> there = Files.list(documents)) {
      return there.toList();
    }
  }

  @Test
  void theWholeTrailIsInTheFileThatWasChosen() throws IOException {
    Path file = Files.writeString(documents.resolve("audit.ndjson"), "an older one");
    export(file);
    awaitNews("audit.ndjson is written");

    List<String> lines = Files.readAllLines(file);
    assertThat(lines).hasSizeGreaterThan(2);
    assertThat(lines.getLast()).contains("\"type\":\"end\"");
    assertThat(news()).contains(lines.size() + " lines");
    assertThat(files()).containsExactly(file);
  }

  @Test
  void whoChoosesNoFileExportsNothing() throws IOException {
    export(null);

    assertThat(news()).isEmpty();
    assertThat(files()).isEmpty();
  }

  @Test
  void aFolderThatIsGoneIsToldAndAnotherOneTaken() throws IOException {
    export(documents.resolve("gone").resolve("audit.ndjson"));
    awaitNews("Nothing can be written in that folder. Choose another one");
    assertThat(files()).isEmpty();
    export(documents.resolve("audit.ndjson"));

    awaitNews("audit.ndjson is written");
  }

  @Test
  void whereAFolderHasThatNameNothingIsLeftBesideIt() throws IOException {
    Path taken = Files.createDirectories(documents.resolve("audit.ndjson").resolve("in it"));
    export(taken.getParent());
    awaitNews("Nothing can be written in that folder");

    assertThat(files()).containsExactly(taken.getParent());
  }
}
