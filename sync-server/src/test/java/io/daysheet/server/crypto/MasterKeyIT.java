package io.daysheet.server.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daysheet.server.TestPatients;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// A server does not start without the very master key of its data, and makes no other one.
@EnabledOnOs({OS.LINUX, OS.MAC}) // asks for POSIX permissions
class MasterKeyIT {

  private static final String OTHER = "b3RoZXJvdGhlcm90aGVyb3RoZXJvdGhlcm90aGVyb3Q=";

  @TempDir Path data;

  @Test
  void isMadeOnceRefusedWhenWrongAndReplacedByAnother() throws Exception {
    Path file = data.resolve("keys").resolve("master.key");
    String patient;
    try (OwnServer server = OwnServer.start(data)) {
      patient = TestPatients.add(server.jdbc(), "Zofia", "Kowalska", "1987-05-14").toString();
    }
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.getParent())))
        .isEqualTo("rwx------");
    String key = Files.readString(file);

    Files.delete(file);
    refused("master-key-missing");
    assertThat(file).doesNotExist();
    Files.writeString(file, OTHER);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    refused("master-key-wrong");
    Files.writeString(file, "too short");
    refused("master-key-malformed");
    Files.writeString(file, key);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
    refused("master-key-exposed");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));

    // from the file into the environment, and back from there
    try (OwnServer server = OwnServer.start(data, "--daysheet.crypto.master-key=" + OTHER)) {
      assertThat(server.desk().get("/patients/" + patient).text("familyName"))
          .isEqualTo("Kowalska");
    }
    refused("master-key-wrong");
    try (OwnServer server =
        OwnServer.start(data, "--daysheet.crypto.previous-master-key=" + OTHER)) {
      assertThat(server.desk().get("/patients/" + patient).text("familyName"))
          .isEqualTo("Kowalska");
      server.jdbc().sql("update data_key set purpose = 'LOST' where purpose = 'INDEX'").update();
    }
    refused("LOST");
  }

  private void refused(String code) {
    assertThatThrownBy(() -> OwnServer.start(data).close())
        .rootCause()
        .hasMessageContaining(code)
        .hasMessageNotContaining(OTHER);
  }
}
