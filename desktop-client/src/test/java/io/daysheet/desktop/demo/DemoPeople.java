package io.daysheet.desktop.demo;

import io.daysheet.wire.WireJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// Who can sign in to a demo, by the file that its server writes.
public record DemoPeople(List<Person> all) {

  /// Somebody with a password.
  ///
  /// @param role such as `receptionist`
  public record Person(String role, String login, String password) {}

  /// Reads the file.
  ///
  /// @param file `demo-credentials.json` in the server's data folder
  public static DemoPeople in(Path file) {
    try {
      JsonNode users = WireJson.lenientMapper().readTree(Files.readString(file)).path("users");
      return new DemoPeople(users.valueStream().map(DemoPeople::person).toList());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static Person person(JsonNode user) {
    return new Person(
        user.path("role").asString(""),
        user.path("login").asString(""),
        user.path("password").asString(""));
  }

  public Person called(String login) {
    return all.stream()
        .filter(person -> person.login().equals(login))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("nobody of the demo is called " + login));
  }
}
