package io.daysheet.desktop.demo;

import io.daysheet.desktop.fx.Picture;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;
import javafx.stage.Stage;
import org.testfx.api.FxToolkit;

/// A person's hand at one desk: it clicks what is under a point and types where the focus is.
///
/// It speaks to the scene and not to the system's pointer, so two desks can be worked side by side
/// on a headless screen that is smaller than either. Every call waits until the desk has done it.
public final class Hand {

  private static final long PATIENCE_SECONDS = 20;
  private static final int PULSES_TO_SETTLE = 3;

  private final Scene scene;

  public Hand(Scene scene) {
    this.scene = scene;
  }

  /// Opens a page in a window of its own.
  public static Hand at(Supplier<? extends Parent> page) throws TimeoutException {
    Stage stage = FxToolkit.registerPrimaryStage();
    return new Hand(
        onScreen(() -> {
          Scene scene = new Scene(page.get(), 1216, 800);
          stage.setScene(scene);
          stage.show();
          return scene;
        }));
  }

  /// Runs on the FX thread and waits for the result.
  public static <T> T onScreen(Supplier<T> work) {
    var done = new CompletableFuture<T>();
    Platform.runLater(() -> {
      try {
        done.complete(work.get());
      } catch (RuntimeException | Error failed) {
        done.completeExceptionally(failed);
      }
    });
    try {
      return done.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", interrupted);
    } catch (TimeoutException hanging) {
      throw new IllegalStateException("the screen does not answer", hanging);
    } catch (ExecutionException failed) {
      throw new CompletionException(failed.getCause());
    }
  }

  /// Waits until something is to be seen, looking once a pulse.
  ///
  /// @param what for the message if it never is
  public static <T> T await(String what, Supplier<Optional<T>> look) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (System.nanoTime() < deadline) {
      var seen = onScreen(look);
      if (seen.isPresent()) {
        return seen.get();
      }
    }
    throw new IllegalStateException("not seen in " + PATIENCE_SECONDS + " s: " + what);
  }

  /// What every program could read on the system's clipboard; empty if nothing is there.
  public static String clipboard() {
    return onScreen(
        () -> Objects.requireNonNullElse(Clipboard.getSystemClipboard().getString(), ""));
  }

  /// The first node that the selector finds and that is shown.
  public Optional<Node> find(String selector) {
    return scene.getRoot().lookupAll(selector).stream().filter(Hand::isShown).findFirst();
  }

  private static boolean isShown(Node node) {
    for (Node n = node; n != null; n = n.getParent()) {
      if (!n.isVisible()) {
        return false;
      }
    }
    return true;
  }

  public void click(Node node) {
    onScreen(() -> {
      var bounds = node.localToScene(node.getLayoutBounds());
      clickAt(new Point2D(bounds.getCenterX(), bounds.getCenterY()), node);
      return node;
    });
  }

  /// Presses a button, as soon as it is shown.
  public void press(String button) {
    Node there = await(button, () -> find(button));
    onScreen(() -> {
      ((Button) there).fire();
      return there;
    });
  }

  /// Gives something the focus, as soon as it is shown: what scrolls is not there before a pulse.
  public void focus(String selector) {
    Node there = await(selector, () -> find(selector));
    onScreen(() -> {
      there.requestFocus();
      return there;
    });
  }

  /// Clicks a point of a node, in the node's own coordinates.
  public void click(Node node, double x, double y) {
    onScreen(() -> {
      clickNow(node, x, y);
      return node;
    });
  }

  /// The same on the FX thread, without a pulse in between.
  void clickNow(Node node, double x, double y) {
    clickAt(node.localToScene(x, y), node);
  }

  private void clickAt(Point2D point, Node node) {
    Node target = topmostAt(point, node);
    for (EventType<MouseEvent> type :
        List.of(
            MouseEvent.MOUSE_MOVED,
            MouseEvent.MOUSE_PRESSED,
            MouseEvent.MOUSE_RELEASED,
            MouseEvent.MOUSE_CLICKED)) {
      Event.fireEvent(target, mouse(type, point, target));
    }
  }

  /// What a pointer at that point would hit, looking from `node` down.
  private static Node topmostAt(Point2D point, Node node) {
    if (node instanceof Parent parent) {
      var children = parent.getChildrenUnmodifiable();
      for (int i = children.size() - 1; i >= 0; i--) {
        Node child = children.get(i);
        if (child.isVisible()
            && !child.isMouseTransparent()
            && child.contains(child.sceneToLocal(point))) {
          return topmostAt(point, child);
        }
      }
    }
    return node;
  }

  private MouseEvent mouse(EventType<MouseEvent> type, Point2D point, Node target) {
    boolean down = type == MouseEvent.MOUSE_PRESSED;
    boolean button = type != MouseEvent.MOUSE_MOVED;
    return new MouseEvent(
        type,
        point.getX(),
        point.getY(),
        point.getX(),
        point.getY(),
        button ? MouseButton.PRIMARY : MouseButton.NONE,
        button ? 1 : 0,
        false,
        false,
        false,
        false,
        down,
        false,
        false,
        false,
        false,
        true,
        new PickResult(target, point.getX(), point.getY()));
  }

  /// The id of what has the focus; empty if nothing with an id has it.
  public String focused() {
    return onScreen(() -> {
      Node focused = scene.getFocusOwner();
      return focused == null || focused.getId() == null ? "" : focused.getId();
    });
  }

  /// Types letters where the focus is.
  public void type(String text) {
    text.codePoints()
        .mapToObj(Character::toString)
        .forEach(letter ->
            onScreen(() -> {
              fire(
                  new KeyEvent(
                      KeyEvent.KEY_TYPED,
                      letter,
                      "",
                      KeyCode.UNDEFINED,
                      false,
                      false,
                      false,
                      false));
              return letter;
            }));
  }

  /// Presses and releases a key, with Alt, Ctrl or Shift held if they are named.
  public void press(KeyCode key, KeyCode... held) {
    var modifiers = Arrays.asList(held);
    onScreen(() -> {
      for (var type : List.of(KeyEvent.KEY_PRESSED, KeyEvent.KEY_RELEASED)) {
        fire(
            new KeyEvent(
                type,
                "",
                "",
                key,
                modifiers.contains(KeyCode.SHIFT),
                modifiers.contains(KeyCode.CONTROL),
                modifiers.contains(KeyCode.ALT),
                false));
      }
      return key;
    });
  }

  private void fire(KeyEvent event) {
    Node focused = scene.getFocusOwner();
    Event.fireEvent(Objects.requireNonNullElse(focused, scene.getRoot()), event);
  }

  /// Paints the whole scene into a PNG, as it stands when nothing moves in it any more.
  public void picture(Path file) {
    for (int i = 0; i < PULSES_TO_SETTLE; i++) {
      awaitPulse();
    }
    Picture.write(onScreen(() -> Picture.of(scene)), file);
  }

  /// What a pulse lays out is painted by the next: a picture in between would show half of each.
  private void awaitPulse() {
    var pulse = new CompletableFuture<Boolean>();
    Runnable listener = () -> pulse.complete(true);
    onScreen(() -> {
      scene.addPostLayoutPulseListener(listener);
      Platform.requestNextPulse();
      return pulse;
    });
    pulse.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
    onScreen(() -> {
      scene.removePostLayoutPulseListener(listener);
      return pulse;
    });
  }
}
