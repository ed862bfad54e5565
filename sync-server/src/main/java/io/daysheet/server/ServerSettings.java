package io.daysheet.server;

import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/// What every part of the server may ask for: `data` is the folder of the embedded database, of the
/// keys and of the generated secrets. A leading `~/` is the home folder, also where no shell has
/// expanded it.
@Validated
@ConfigurationProperties("daysheet")
public record ServerSettings(@NotNull Path data) {

  public ServerSettings {
    if (data.startsWith("~")) {
      data = Path.of(System.getProperty("user.home")).resolve(Path.of("~").relativize(data));
    }
    data = data.toAbsolutePath().normalize();
  }
}
