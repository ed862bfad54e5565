package io.daysheet.desktop.day;

import io.daysheet.desktop.fx.Icons;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// A visit or a hold as it is drawn. It knows nothing of CalendarFX and nothing of time.
final class Card extends VBox {
  private static final double NARROW = 128;
  private static final PseudoClass POINTED = PseudoClass.getPseudoClass("pointed");

  private @Nullable CardText text;
  private @Nullable Size size;
  private boolean narrow;

  /// How many lines fit.
  enum Size {
    THREE_LINES,
    TWO_LINES,
    ONE_LINE;

    static Size of(double height) {
      return height >= 52 ? THREE_LINES : height >= 33 ? TWO_LINES : ONE_LINE;
    }
  }

  Card() {
    getStyleClass().setAll("visit");
    setMouseTransparent(true);
    setMinSize(0, 0);
  }

  /// Shows the words that fit the card's size; the same words in the same size cost nothing.
  void show(CardText text, double width, double height) {
    Size fits = Size.of(height);
    boolean tight = width < NARROW - 12;
    if (text.equals(this.text) && fits == size && tight == narrow) {
      return;
    }
    this.text = text;
    this.size = fits;
    this.narrow = tight;
    getStyleClass().setAll("visit", text.style());
    getStyleClass()
        .add(
            switch (fits) {
              case THREE_LINES -> "three-line";
              case TWO_LINES -> "two-line";
              case ONE_LINE -> "one-line";
            });
    setAccessibleText(text.spoken());
    getChildren()
        .setAll(
            switch (fits) {
              case THREE_LINES -> threeLines(text);
              case TWO_LINES -> twoLines(text);
              case ONE_LINE -> List.of(oneLine(text));
            });
    if (getScene() != null) {
      applyCss();
    }
  }

  void point(boolean pointed) {
    pseudoClassStateChanged(POINTED, pointed);
  }

  private List<Node> threeLines(CardText text) {
    HBox middle = line();
    if (!text.time().isEmpty() && !(narrow && text.detailMatters())) {
      middle.getChildren().add(whole(text.time(), "time"));
    }
    addIcon(middle, text.detailIcon(), text.detailMatters() ? "alert" : "kind");
    middle.getChildren().add(label(narrow ? text.narrowDetail() : text.detail(), alertStyle(text)));
    return List.of(name(text), middle, status(text, text.status()));
  }

  private List<Node> twoLines(CardText text) {
    HBox first = line(name(text));
    if (text.detailIcon() != null) {
      first.getChildren().add(spacer());
      addIcon(first, text.detailIcon(), text.detailMatters() ? "alert" : "kind");
    }
    if (text.time().isEmpty()) {
      return List.of(first, line(label(text.detail(), "meta-text")));
    }
    HBox second = line();
    addIcon(second, text.statusIcon(), "state");
    second.getChildren().add(whole(text.time(), "time"));
    second.getChildren().add(label(narrow ? text.shortStatus() : text.status(), "status"));
    return List.of(first, second);
  }

  private HBox oneLine(CardText text) {
    HBox line = line();
    addIcon(line, text.leadIcon() == null ? text.statusIcon() : text.leadIcon(), "state");
    Label name = label(text.shortName(), "name");
    line.getChildren().add(name);
    line.getChildren().add(spacer());
    String word = text.detailMatters() ? text.shortDetail() : text.shortStatus();
    line.getChildren().add(whole(word, text.detailMatters() ? "alert" : "status"));
    return line;
  }

  private HBox name(CardText text) {
    HBox line = line();
    addIcon(line, text.leadIcon(), "state");
    line.getChildren().add(label(text.name(), "name"));
    return line;
  }

  private HBox status(CardText text, String word) {
    HBox line = line();
    addIcon(line, text.statusIcon(), "state");
    line.getChildren().add(label(word, "status"));
    return line;
  }

  private static String alertStyle(CardText text) {
    return text.detailMatters() ? "alert" : "meta-text";
  }

  private static HBox line(Node... nodes) {
    HBox line = new HBox(nodes);
    line.getStyleClass().setAll("line");
    return line;
  }

  private static void addIcon(HBox line, @Nullable String icon, String style) {
    if (icon != null) {
      line.getChildren().add(Icons.icon(icon, style));
    }
  }

  private static Label label(String text, String style) {
    Label label = new Label(text);
    label.getStyleClass().setAll("label", style);
    label.setMinWidth(0);
    return label;
  }

  /// A label that is never cut: a time or a word that would mean nothing in half.
  private static Label whole(String text, String style) {
    Label label = label(text, style);
    label.setMinWidth(Region.USE_PREF_SIZE);
    return label;
  }

  private static Region spacer() {
    Region spacer = new Region();
    HBox.setHgrow(spacer, Priority.ALWAYS);
    return spacer;
  }
}
