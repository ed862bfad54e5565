package io.daysheet.desktop.signin;

import io.daysheet.desktop.fx.Messages;
import java.util.List;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The menu at the right of the top bar: who is signed in, and the ways out.
public final class UserMenu extends MenuButton {

  private final Messages messages = Messages.beside(UserMenu.class);

  /// The ways out, and to what is not a screen of its own.
  ///
  /// @param emergency opens the form of an emergency access; null for those who may not ask for one
  public record Ways(
      Runnable change,
      Runnable lock,
      Runnable account,
      @Nullable Runnable emergency,
      Runnable signOut) {

    /// For those who may not ask for an emergency access.
    public Ways withoutEmergency() {
      return new Ways(change, lock, account, null, signOut);
    }
  }

  public UserMenu(Persona who, Ways ways) {
    getStyleClass().setAll("menu-button", "user-button");
    getStylesheets().add(getClass().getResource("signin.css").toExternalForm());
    setText(who.initials());
    setAccessibleText(messages.get("menu.spoken", who.name(), who.roles()));
    Label name = new Label(who.name());
    name.getStyleClass().setAll("label", "person-name");
    Label role = new Label(who.roles());
    role.getStyleClass().setAll("label", "person-role");
    CustomMenuItem person = new CustomMenuItem(new VBox(name, role), false);
    person.setDisable(false);
    MenuItem lock = item("menu.lock", ways.lock());
    lock.setAccelerator(KeyCombination.valueOf("Ctrl+L"));
    getItems()
        .setAll(
            person,
            new SeparatorMenuItem(),
            lock,
            item("menu.change", ways.change()),
            item("menu.account", ways.account()),
            new SeparatorMenuItem(),
            item("menu.sign-out", ways.signOut()));
    Runnable emergency = ways.emergency();
    if (emergency != null) {
      getItems().addAll(2, List.of(item("menu.emergency", emergency), new SeparatorMenuItem()));
    }
  }

  private MenuItem item(String key, Runnable action) {
    MenuItem item = new MenuItem(messages.get(key));
    item.setOnAction(_ -> action.run());
    return item;
  }
}
