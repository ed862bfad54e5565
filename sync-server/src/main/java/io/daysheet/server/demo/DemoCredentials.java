package io.daysheet.server.demo;

import io.daysheet.server.ServerSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// `<data>/demo-credentials.json`: what somebody or a script needs to sign in to the demo. Only
/// their own user may read it.
@Component
@ConditionalOnProperty("daysheet.demo")
public class DemoCredentials {

  private final Path file;
  private final JsonMapper json;

  DemoCredentials(ServerSettings settings, JsonMapper json) {
    this.file = settings.data().resolve("demo-credentials.json");
    this.json = json;
  }

  public Path file() {
    return file;
  }

  /// Empty if there is none, or none that can be read.
  public ObjectNode read() {
    try {
      return Files.exists(file)
              && json.readTree(Files.readString(file)) instanceof ObjectNode object
          ? object
          : json.createObjectNode();
    } catch (JacksonException damaged) {
      return json.createObjectNode();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /// Puts one part into it and leaves the others.
  public synchronized void put(String part, Object value) {
    ObjectNode all = read();
    all.set(part, json.valueToTree(value));
    try {
      Files.createDirectories(file.getParent());
      // a temporary file is its owner's alone, and a reader sees the old one or the new one
      Path made = Files.createTempFile(file.getParent(), "demo-credentials", ".json");
      Files.writeString(made, json.writerWithDefaultPrettyPrinter().writeValueAsString(all));
      Files.move(made, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
