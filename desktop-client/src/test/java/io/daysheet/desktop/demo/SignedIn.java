package io.daysheet.desktop.demo;

import io.daysheet.desktop.DeskSettings;
import io.daysheet.desktop.Workplace;
import io.daysheet.desktop.demo.DemoPeople.Person;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.stage.Stage;

/// Opens a desk of the story, and has somebody sign in there as people do: through the screens, and
/// a browser that they type their password into.
final class SignedIn {

  static final String PIN = "274915";

  private final DemoServer server;
  private final BiConsumer<Hand, String> picture;

  /// Signs people in at a server.
  ///
  /// @param picture takes one of a screen on the way, under a name
  SignedIn(DemoServer server, BiConsumer<Hand, String> picture) {
    this.server = server;
    this.picture = picture;
  }

  StoryDesk open(String name, Person person) {
    Workplace workplace = Hand.onScreen(() -> window(name, person));
    Hand hand = new Hand(workplace.scene());
    Hand.await("the sign-in screen of " + name, () -> hand.find("#primary"));
    picture.accept(hand, "sign-in");
    press(hand, "#primary");
    Hand.await("the choice of a PIN", () -> hand.find("#again"));
    type(hand, "#pin", PIN);
    type(hand, "#again", PIN);
    type(hand, "#password", person.password());
    picture.accept(hand, "choose-a-pin");
    press(hand, "#save");
    Hand.await("the board of " + name, () -> hand.find(".board"));
    return Hand.onScreen(() -> new StoryDesk(name, workplace));
  }

  private Workplace window(String name, Person person) {
    var settings =
        DeskSettings.of(List.of("--server=" + server.address(), "--desk=" + name), _ -> null);
    var workplace = new Workplace(settings, InstantSource.system(), new PersonAtTheBrowser(person));
    var stage = new Stage();
    stage.setScene(workplace.scene());
    stage.show();
    return workplace;
  }

  static void type(Hand hand, String selector, String text) {
    Node field = Hand.await(selector, () -> hand.find(selector));
    Hand.onScreen(() -> {
      ((TextField) field).setText(text);
      return text;
    });
  }

  static void press(Hand hand, String selector) {
    Node button = Hand.await(selector, () -> hand.find(selector).filter(b -> !b.isDisabled()));
    Hand.onScreen(() -> {
      ((Button) button).fire();
      return Optional.empty();
    });
  }
}
