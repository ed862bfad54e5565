package io.daysheet.desktop.signin;

import io.daysheet.desktop.day.Logo;
import io.daysheet.desktop.fx.Icons;
import io.daysheet.desktop.fx.Messages;
import java.util.List;
import java.util.Objects;
import javafx.css.PseudoClass;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The screens of whoever is signed in, with a rail at the left to choose between them.
public final class Rail extends BorderPane {

  private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

  private final Messages messages = Messages.beside(Rail.class);
  private final VBox column = new VBox();

  /// One screen.
  ///
  /// @param key of its name in the messages
  public record Item(String icon, String key, Parent screen) {

    /// The day board.
    public static Item day(Parent screen) {
      return new Item("bi-layout-three-columns", "rail.day", screen);
    }

    /// The administrator's accounts.
    public static Item users(Parent screen) {
      return new Item("bi-people", "rail.users", screen);
    }

    /// The programs that sign in for themselves.
    public static Item programs(Parent screen) {
      return new Item("bi-plug", "rail.programs", screen);
    }

    /// Patients' records.
    public static Item patients(Parent screen) {
      return new Item("bi-person-lines-fill", "rail.patients", screen);
    }

    /// The visits that need attention.
    public static Item rebooking(Parent screen) {
      return new Item("bi-exclamation-triangle", "rail.rebooking", screen);
    }

    /// The doctors' weeks and their time off.
    public static Item plans(Parent screen) {
      return new Item("bi-calendar3-week", "rail.plans", screen);
    }

    /// The administrator's hospitals.
    public static Item hospitals(Parent screen) {
      return new Item("bi-building", "rail.hospitals", screen);
    }

    /// The administrator's doctors.
    public static Item doctors(Parent screen) {
      return new Item("bi-person-badge", "rail.doctors", screen);
    }

    /// The auditor's trail.
    public static Item audit(Parent screen) {
      return new Item("bi-journal-check", "rail.audit", screen);
    }
  }

  public Rail(List<Item> items) {
    getStyleClass().setAll("desk-root");
    getStylesheets()
        .add(Objects.requireNonNull(getClass().getResource("signin.css")).toExternalForm());
    StackPane logo = new StackPane(new Logo());
    logo.getStyleClass().setAll("rail-logo");
    column.getStyleClass().setAll("rail");
    column.getChildren().setAll(logo);
    items.forEach(item -> column.getChildren().add(button(item)));
    Region space = new Region();
    VBox.setVgrow(space, Priority.ALWAYS);
    column.getChildren().add(space);
    setLeft(column);
    show(items.getFirst().screen());
  }

  /// Adds a button at the foot that shows all keys.
  public void addKeys(Runnable show) {
    Button keys = button("bi-question-circle", messages.get("rail.keys"));
    keys.setOnAction(_ -> show.run());
    column.getChildren().add(keys);
  }

  private Button button(Item item) {
    Button button = button(item.icon(), messages.get(item.key()));
    button.setUserData(item.screen());
    button.setOnAction(_ -> show(item.screen()));
    return button;
  }

  private static Button button(String icon, String text) {
    Button button = new Button(text, Icons.icon(icon, "rail-icon"));
    button.setContentDisplay(ContentDisplay.TOP);
    button.getStyleClass().setAll("button", "rail-item");
    return button;
  }

  /// Shows one of the screens.
  public void show(Parent screen) {
    setCenter(screen);
    column
        .getChildren()
        .forEach(node -> node.pseudoClassStateChanged(CHOSEN, screen.equals(node.getUserData())));
  }
}
