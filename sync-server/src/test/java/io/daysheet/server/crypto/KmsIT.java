package io.daysheet.server.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daysheet.server.TestPatients;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// The master key is in a key management system, which wraps and unwraps and never gives it away.
@EnabledOnOs({OS.LINUX, OS.MAC}) // sets POSIX permissions
class KmsIT {

  private static final String ONE = "--daysheet.crypto.kms-key=fake-kms://vault/one";
  private static final String TWO = "--daysheet.crypto.kms-key=fake-kms://vault/two";

  @TempDir Path data;

  @AfterEach
  void backInReach() {
    FakeKms.OUT_OF_REACH.set(false);
  }

  @Test
  void wrapsTheDataKeysIsAskedOnlyForThemAndIsReplacedByAnotherAndByAFile() throws Exception {
    Path file = data.resolve("keys").resolve("master.key");
    String patient;
    try (OwnServer server = OwnServer.start(data, ONE)) {
      int atStart = FakeKms.ASKED.get();
      patient = TestPatients.add(server.jdbc(), "Zofia", "Kowalska", "1987-05-14").toString();
      assertReads(server, patient);
      assertThat(FakeKms.ASKED).as("a request needs no answer of it").hasValue(atStart);
      assertWrappedBy(server, "fake-kms://vault/one");
    }
    assertThat(file).doesNotExist();

    refused("master-key-missing");
    refused("master-key-wrong", TWO);
    refused("master-key-unusable", "--daysheet.crypto.kms-key=fake-kms://vault/forbidden");
    refused("master-key-unusable", "--daysheet.crypto.kms-key=other-kms://vault/one");
    refused("master-key-ambiguous", ONE, "--daysheet.crypto.master-key=" + "A".repeat(43) + "=");
    FakeKms.OUT_OF_REACH.set(true);
    refused("master-key-unusable", ONE);
    FakeKms.OUT_OF_REACH.set(false);
    assertThat(file).doesNotExist();

    // to another key of the system, and from there into a file
    try (OwnServer server =
        OwnServer.start(data, TWO, "--daysheet.crypto.previous-kms-key=fake-kms://vault/one")) {
      assertReads(server, patient);
      assertWrappedBy(server, "fake-kms://vault/two");
    }
    Files.createDirectories(file.getParent());
    Files.writeString(file, Base64.getEncoder().encodeToString(new byte[32]));
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    try (OwnServer server =
        OwnServer.start(data, "--daysheet.crypto.previous-kms-key=fake-kms://vault/two")) {
      assertReads(server, patient);
    }
    FakeKms.OUT_OF_REACH.set(true);
    try (OwnServer server = OwnServer.start(data)) {
      assertReads(server, patient);
      assertWrappedBy(server, MasterKeyFile.read(file).orElseThrow().name());
    }
  }

  private static void assertReads(OwnServer server, String patient) {
    assertThat(server.desk().get("/patients/" + patient).text("familyName")).isEqualTo("Kowalska");
  }

  private static void assertWrappedBy(OwnServer server, String master) {
    assertThat(server.jdbc().sql("select distinct master from data_key").query(String.class).list())
        .containsExactly(master);
  }

  private void refused(String code, String... arguments) {
    assertThatThrownBy(() -> OwnServer.start(data, arguments).close())
        .rootCause()
        .hasMessageContaining(code);
  }
}
