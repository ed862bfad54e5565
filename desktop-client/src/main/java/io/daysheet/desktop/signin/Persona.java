package io.daysheet.desktop.signin;

import io.daysheet.desktop.fx.Messages;
import io.daysheet.identity.Role;
import io.daysheet.wire.Me;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/// Whoever is signed in, as the desk names them.
///
/// @param initials of the first and the last name
/// @param roles in words
public record Persona(String name, String initials, String roles) {

  public static Persona of(Me account) {
    Messages messages = Messages.beside(Persona.class);
    String roles =
        account.roles().stream()
            .sorted()
            .map(role -> messages.get("role." + word(role)))
            .collect(Collectors.joining(", "));
    return new Persona(account.name(), initials(account.name()), roles);
  }

  private static String word(Role role) {
    return role.name().toLowerCase(Locale.ROOT);
  }

  private static String initials(String name) {
    String[] words =
        Arrays.stream(name.strip().split("\\s+"))
            .filter(word -> word.codePoints().anyMatch(Character::isLetter))
            .toArray(String[]::new);
    if (words.length == 0) {
      return "–";
    }
    String first = letter(words[0]);
    return words.length == 1 ? first : first + letter(words[words.length - 1]);
  }

  private static String letter(String word) {
    int at = word.codePoints().filter(Character::isLetter).findFirst().orElseThrow();
    return Character.toString(Character.toUpperCase(at));
  }
}
