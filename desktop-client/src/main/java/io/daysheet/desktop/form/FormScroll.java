package io.daysheet.desktop.form;

import java.util.Objects;
import java.util.stream.Stream;
import javafx.event.Event;
import javafx.geometry.Bounds;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/// The body of a form: as tall as it wants to be where there is room, and scrolling where there is
/// none, so that the buttons below it are always there. What gets the focus is brought into view.
public final class FormScroll extends ScrollPane {

  /// Room that stays above and below what has the focus, for its label.
  private static final double MARGIN = 24;

  /// Empty until it gets its content.
  public FormScroll() {
    getStyleClass().add("form-scroll");
    setFitToWidth(true);
    setHbarPolicy(ScrollBarPolicy.NEVER);
    contentProperty().subscribe(FormScroll::keepFocus);
    sceneProperty().flatMap(Scene::focusOwnerProperty).subscribe(this::reveal);
  }

  /// A scroll pane would take the focus from a field when somebody clicks beside it.
  private static void keepFocus(@Nullable Node content) {
    if (content != null) {
      content.addEventHandler(MouseEvent.MOUSE_PRESSED, Event::consume);
    }
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  @Override
  protected double computePrefHeight(double width) {
    return getContent() == null ? 0 : Math.ceil(getContent().prefHeight(width));
  }

  private void reveal(@Nullable Node focused) {
    Node content = getContent();
    if (focused == null || content == null || !isIn(content, focused)) {
      return;
    }
    Bounds whole = content.getLayoutBounds();
    double hidden = whole.getHeight() - getViewportBounds().getHeight();
    if (hidden > 0) {
      Bounds at = content.sceneToLocal(focused.localToScene(focused.getLayoutBounds()));
      double least = at.getMaxY() + MARGIN - getViewportBounds().getHeight();
      double most = at.getMinY() - MARGIN;
      double top = Math.min(Math.max(getVvalue() * hidden, least), most);
      setVvalue(Math.clamp(top / hidden, 0.0, 1.0));
    }
  }

  private static boolean isIn(Node content, Node node) {
    return Stream.<Node>iterate(node, Objects::nonNull, Node::getParent).anyMatch(content::equals);
  }
}
