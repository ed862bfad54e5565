package io.daysheet.desktop.users;

import static io.daysheet.desktop.demo.Hand.clipboard;
import static io.daysheet.desktop.demo.Hand.onScreen;
import static io.daysheet.desktop.users.QuietUsers.user;
import static org.assertj.core.api.Assertions.assertThat;

import io.daysheet.desktop.demo.Hand;
import io.daysheet.identity.AccountId;
import io.daysheet.wire.OneTimePassword;
import io.daysheet.wire.User;
import java.time.Instant;
import java.util.UUID;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The accounts in a window: the keys, and what is left of a one-time password.
class UsersScreenIT {

  private static final User MARTA = user(1, "m.krol", "Marta Król");

  private final QuietUsers server = new QuietUsers();
  private final UsersViewModel users =
      new UsersViewModel(server, (_, _) -> () -> {}, new AccountId(new UUID(7, 99)), SignsIn.HERE);
  private Hand hand;

  @BeforeEach
  void open() throws Exception {
    hand =
        Hand.at(() -> {
          Parent root = UsersScreen.load(users).root();
          users.start();
          server.list(null, MARTA);
          return root;
        });
  }

  private boolean isOpen() {
    return onScreen(() -> users.openProperty().get() != null);
  }

  @Test
  void theOneTimePasswordIsOffTheClipboardWhenTheAccountIsClosed() {
    onScreen(() -> users.open(MARTA));
    hand.press("#reset");
    onScreen(() -> {
      server.give(new OneTimePassword("wet-walnut-grove-41", Instant.EPOCH));
      return true;
    });
    hand.press("#copy");
    assertThat(clipboard()).isEqualTo("wet-walnut-grove-41");
    hand.press("#done");
    hand.press(KeyCode.ESCAPE);

    assertThat(isOpen()).isFalse();
    assertThat(clipboard()).isEmpty();
  }

  @Test
  void aLetterIsAKeyOnlyWhereNothingIsTyped() {
    hand.focus("#search");
    hand.press(KeyCode.N);
    assertThat(isOpen()).isFalse();
    hand.focus("#create");
    hand.press(KeyCode.SLASH);
    assertThat(onScreen(() -> hand.find("#search").map(Node::isFocused))).contains(true);
    hand.focus("#create");
    hand.press(KeyCode.N, KeyCode.CONTROL);
    assertThat(isOpen()).isFalse();
    hand.press(KeyCode.N);

    assertThat(isOpen()).isTrue();
  }

  @Test
  void whatIsOpenIsSavedAndLeftByKeysWhereverTheFocusIs() {
    onScreen(() -> users.open(MARTA));
    onScreen(() -> {
      users.openProperty().get().form().type(d -> d.withName("M. Król"));
      return true;
    });
    hand.focus("#name");
    hand.press(KeyCode.S, KeyCode.CONTROL);
    assertThat(server.changed).hasSize(1);
    hand.press(KeyCode.ESCAPE);

    assertThat(isOpen()).isFalse();
  }
}
