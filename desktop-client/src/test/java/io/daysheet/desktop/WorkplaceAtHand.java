package io.daysheet.desktop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.daysheet.desktop.day.BoardHours;
import io.daysheet.desktop.day.DayViewModel;
import io.daysheet.desktop.day.SlotChoice;
import io.daysheet.desktop.demo.Hand;
import io.daysheet.desktop.fx.Picture;
import io.daysheet.desktop.signin.Browser;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import org.awaitility.core.ConditionFactory;
import org.testfx.api.FxToolkit;

/// A workplace in its window, and a hand that works it.
final class WorkplaceAtHand implements AutoCloseable {

  private final Workplace workplace;

  /// Opens the window with nobody signed in.
  WorkplaceAtHand(String server, Browser browser, InstantSource clock) throws Exception {
    Stage stage = FxToolkit.registerPrimaryStage();
    var settings = new DeskSettings(URI.create(server), "Desk 1", "light", null, null, null, null);
    workplace =
        Hand.onScreen(() -> {
          var made = new Workplace(settings, clock, browser);
          stage.setScene(made.scene());
          stage.show();
          return made;
        });
  }

  /// The first window takes long where much else is going on. It looks at once and often: what a
  /// hand waits for is there most of the time.
  static ConditionFactory patiently() {
    return await()
        .atMost(Duration.ofSeconds(30))
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(20));
  }

  Workplace workplace() {
    return workplace;
  }

  Hand hand() {
    return new Hand(workplace.scene());
  }

  Node find(String selector) {
    return root().lookup(selector);
  }

  private Node root() {
    return workplace.scene().getRoot();
  }

  boolean shows(String selector) {
    return Hand.onScreen(() -> hand().find(selector).isPresent());
  }

  void awaitShown(String selector) {
    patiently().until(() -> shows(selector));
  }

  void awaitText(String text) {
    patiently().untilAsserted(() -> assertThat(read()).contains(text));
  }

  void awaitBoard() {
    patiently()
        .until(() -> Hand.onScreen(() -> find(".rail") != null && workplace.desk().isPresent()));
    patiently()
        .until(() ->
            Hand.onScreen(() -> {
              var day = workplace.desk().orElseThrow().day();
              return !day.isReadOnly() && !day.columns().isEmpty();
            }));
  }

  /// Presses a button, once it is there and can be pressed.
  void press(String selector) {
    patiently()
        .until(() ->
            Hand.onScreen(() -> hand().find(selector).filter(b -> !b.isDisabled())).isPresent());
    Hand.onScreen(() -> {
      ((Button) find(selector)).fire();
      return selector;
    });
  }

  void type(String selector, String text) {
    awaitShown(selector);
    Hand.onScreen(() -> {
      ((TextField) find(selector)).setText(text);
      return text;
    });
  }

  /// Chooses something of the user menu.
  void choose(String item) {
    awaitShown(".user-button");
    Hand.onScreen(() -> {
      ((MenuButton) find(".user-button"))
          .getItems().stream()
              .filter(each -> item.equals(each.getText()))
              .findFirst()
              .orElseThrow()
              .fire();
      return item;
    });
  }

  void lock() {
    Hand.onScreen(() -> {
      workplace.lock();
      return true;
    });
  }

  void tryPin(String pin) {
    type("#pin", pin);
    press("#unlock");
  }

  /// Everything that can be read, by the eye or by a screen reader.
  String read() {
    return Hand.onScreen(() ->
        Looks.shown(root())
            .map(node ->
                node.getAccessibleText() + " " + (node instanceof Labeled l ? l.getText() : ""))
            .collect(Collectors.joining("\n")));
  }

  /// Clicks empty time, of the first day that has some, and types half an end.
  TextField openForm() {
    patiently()
        .until(() ->
            Hand.onScreen(() -> {
              var day = workplace.desk().orElseThrow().day();
              boolean there = isShown(day) && emptyTime().isPresent();
              if (isShown(day) && !there) {
                day.goDays(1);
              }
              return there;
            }));
    Hand.onScreen(() -> workplace.desk().orElseThrow().day().choose(emptyTime().orElseThrow()));
    awaitShown("#until");
    TextField until = Hand.onScreen(() -> (TextField) find("#until"));
    Hand.onScreen(() -> {
      until.setText("18:3");
      until.requestFocus();
      return true;
    });
    return until;
  }

  /// A day that is asked for may still be another than the one that is shown.
  static boolean isShown(DayViewModel day) {
    BoardHours hours = day.hoursProperty().get();
    return hours != null
        && hours.date().equals(day.dateProperty().get())
        && !day.columns().isEmpty();
  }

  private Optional<SlotChoice> emptyTime() {
    var day = workplace.desk().orElseThrow().day();
    return day.columns().stream()
        .flatMap(column ->
            day.hoursProperty().get().starts().stream()
                .flatMap(at -> day.choiceAt(column.doctor().id(), at).stream()))
        .filter(SlotChoice.EmptyTime.class::isInstance)
        .reduce((_, last) -> last);
  }

  static <T> T onScreen(Supplier<T> work) {
    return Hand.onScreen(work);
  }

  void picture(String name) {
    var taken = Hand.onScreen(() -> Picture.of(workplace.scene()));
    Picture.write(taken, Path.of("target", "pictures", name + ".png"));
  }

  @Override
  public void close() {
    Hand.onScreen(() -> {
      workplace.close();
      return true;
    });
  }
}
