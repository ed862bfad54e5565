package io.daysheet.desktop;

import io.daysheet.desktop.remote.AccessTokens;
import io.daysheet.desktop.remote.ClientTokens;
import io.daysheet.wire.WireJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A sign-in to the demo by the file that its server writes.
///
/// @param account whom others see
public record DemoSignIn(String account, AccessTokens tokens) {

  private static final JsonMapper JSON = WireJson.lenientMapper();

  /// As the client of a role, such as `receptionist`.
  ///
  /// @param file `demo-credentials.json` in the server's data folder
  public static DemoSignIn as(String role, Path file) {
    try {
      JsonNode all = JSON.readTree(Files.readString(file));
      JsonNode client =
          all.path("clients")
              .valueStream()
              .filter(each -> each.path("role").asString("").equals(role))
              .findFirst()
              .orElseThrow(() -> new DeskSettings.Unusable("no " + role + " is in " + file));
      return new DemoSignIn(
          client.path("name").asString(role),
          new ClientTokens(
              all.path("tokenEndpoint").asString(""),
              client.path("clientId").asString(""),
              client.path("clientSecret").asString("")));
    } catch (IOException | JacksonException | IllegalArgumentException unreadable) {
      throw new DeskSettings.Unusable(
          "--credentials is a server's demo-credentials.json, and " + file + " can't be read");
    }
  }
}
