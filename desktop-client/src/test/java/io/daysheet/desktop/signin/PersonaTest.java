package io.daysheet.desktop.signin;

import static org.assertj.core.api.Assertions.assertThat;

import io.daysheet.identity.AccountId;
import io.daysheet.identity.Role;
import io.daysheet.wire.Me;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PersonaTest {

  static Me named(String name, Role... roles) {
    return new Me(
        new AccountId(new UUID(1, 1)),
        "m.krol",
        name,
        List.of(roles),
        List.of(),
        true,
        null,
        null,
        Map.of(),
        true,
        false,
        0,
        false,
        Duration.ofMinutes(15));
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          Marta Król,          MK
          Anna Maria de Souza, AS
          admin,               A
          '  Øyvind  Åse ',    ØÅ
          (Desk) Élise Moreau, DM
          '',                  –
          """)
  void theInitialsAreOfTheFirstAndTheLastName(String name, String initials) {
    assertThat(Persona.of(named(name, Role.RECEPTIONIST)).initials()).isEqualTo(initials);
  }

  @Test
  void severalRolesAreNamedInOneOrder() {
    assertThat(Persona.of(named("M", Role.ADMIN, Role.RECEPTIONIST)).roles())
        .isEqualTo("Receptionist, Administrator");
  }
}
