package io.daysheet.desktop.audit;

import static io.daysheet.desktop.demo.Hand.onScreen;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.daysheet.desktop.DemoSignIn;
import io.daysheet.desktop.demo.DemoServerAtHand;
import io.daysheet.desktop.demo.Hand;
import io.daysheet.desktop.fx.FxThread;
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
import javafx.scene.control.Labeled;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// An auditor writes the real server's trail into a file, from the button on.
class AuditExportIT {

  @RegisterExtension static final DemoServerAtHand SERVER = new DemoServerAtHand();

  @TempDir private Path documents;
  private @Nullable Path chosen;
  private ServerAddress address;
  private AuditViewModel audit;
  private Hand hand;

  @BeforeEach
  void open() throws Exception {
    address =
        new ServerAddress(
            SERVER.address().toString(),
            "Desk 1",
            DemoSignIn.as("auditor", SERVER.credentials()).tokens());
    audit = new AuditViewModel(new HttpAuditServer(address, new FxThread()));
    hand = Hand.at(() -> AuditScreen.load(audit, (_, _, _) -> Optional.ofNullable(chosen)).root());
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
    hand.press("#export");
  }

  private String news() {
    return onScreen(() ->
        hand.find("#news").orElseThrow().lookupAll(".label").stream()
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
