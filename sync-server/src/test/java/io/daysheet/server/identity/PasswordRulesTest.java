package io.daysheet.server.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.daysheet.identity.Account;
import io.daysheet.identity.AccountId;
import io.daysheet.identity.Role;
import io.daysheet.rule.Violation;
import java.text.Normalizer;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRulesTest {

  private static final Account ACCOUNT =
      new Account(
          new AccountId(UUID.randomUUID()),
          "zwojcik",
          "Dr. Żaneta Wójcik-Lee",
          Set.of(Role.RECEPTIONIST),
          Set.of(),
          false,
          null,
          null,
          true,
          1);

  private final PasswordRules rules = new PasswordRules(new CommonPasswords());

  @ParameterizedTest
  @ValueSource(
      strings = {
        "blaues Fahrrad im Regen",
        "kq7x2m9fzr4t",
        "ąćęłńóśźżąćę",
        "My dog is called Rex",
        "猫が窓から雨の庭を見ていた",
        "🦊🌧️🚲 lantern gravel"
      })
  void whatNobodyTriesFirstIsTaken(String password) {
    assertThat(codes(password)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "password1234",
        "passwordpassword",
        "qwertyuiop123",
        "aaaaaaaaaaaa",
        "123456789012",
        "Summer2024!!",
        "letmeinletmein",
        "1q2w3e4r5t6y",
        "!QAZ2wsx#EDC",
        "correct horse battery staple",
        "Wintersemester",
        "hospital2026!",
        "daysheet2026!",
        "krankenhaus123",
        "P@ssw0rd2025"
      })
  void whatIsTriedFirstIsRefused(String password) {
    assertThat(codes(password)).containsExactly("password-too-common");
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          kq7x2m9-zwojcik-fzr4t
          kq7x2m9-ZWOJCIK-fzr4t
          kq7x2m9-Żaneta-fzr4t
          kq7x2m9-wójcik-fzr4t
          """)
  void itTellsNeitherLoginNorName(String password) {
    assertThat(codes(password)).containsExactly("password-names-account");
    assertThat(codes(Normalizer.normalize(password, Normalizer.Form.NFD)))
        .containsExactly("password-names-account");
  }

  @Test
  void allThatIsWrongIsToldAtOnce() {
    assertThat(codes("zwojcik1"))
        .containsExactly("password-too-short", "password-names-account", "password-too-common");
    assertThat(codes("")).containsExactly("password-too-short");
    assertThat(codes("x\0kq7x2m9fzr4t")).containsExactly("invalid-value");
  }

  @Test
  void lengthIsCountedInCharactersNotInBytes() {
    assertThat(codes("🦊🌧🚲🎻🧭🪁🏔🧶🪴🔭🥁")).containsExactly("password-too-short");
    assertThat(codes("kq7x2m9fzr4")).containsExactly("password-too-short");
  }

  @Test
  void aVeryLongOneTakesNoLongTime() {
    assertThat(codes("kq7x2m9fzr4t".repeat(21))).isEmpty();
    assertThat(codes("kq7x2m9fzr4t ".repeat(20))).containsExactly("too-long");
  }

  private List<String> codes(String password) {
    return rules.check("newPassword", password, ACCOUNT).stream().map(Violation::code).toList();
  }
}
