package io.daysheet.desktop.fx;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/// The keys of a page with a list and something open beside it.
///
/// A letter is no key while a text is typed, nor with Ctrl. Function keys, Esc and Ctrl+S count
/// wherever the focus is.
public final class ListKeys {

  private final Node page;
  private final Map<KeyCode, Runnable> keys = new EnumMap<>(KeyCode.class);
  private BooleanSupplier open = () -> false;
  private Runnable leave = () -> {};
  private @Nullable Runnable save;

  private ListKeys(Node page) {
    this.page = page;
  }

  /// Listens to all keys that nothing on the page takes for itself.
  public static ListKeys of(Node page) {
    var keys = new ListKeys(page);
    page.addEventHandler(KeyEvent.KEY_PRESSED, keys::pressed);
    return keys;
  }

  /// Esc leaves what is open; if nothing is, it is somebody else's key.
  public ListKeys leave(BooleanSupplier isOpen, Runnable way) {
    open = isOpen;
    leave = way;
    return this;
  }

  /// What Ctrl+S does.
  public ListKeys save(Runnable way) {
    save = way;
    return this;
  }

  public ListKeys key(KeyCode key, Runnable way) {
    keys.put(key, way);
    return this;
  }

  private void pressed(KeyEvent event) {
    Runnable way = way(event);
    if (way != null) {
      way.run();
      event.consume();
    }
  }

  private @Nullable Runnable way(KeyEvent event) {
    KeyCode code = event.getCode();
    if (code == KeyCode.ESCAPE) {
      return open.getAsBoolean() ? leave : null;
    }
    if (code == KeyCode.S && event.isShortcutDown()) {
      return save;
    }
    return code.isFunctionKey() || !isText(event) ? keys.get(code) : null;
  }

  private boolean isText(KeyEvent event) {
    Scene scene = page.getScene();
    return event.isShortcutDown()
        || (scene != null && scene.getFocusOwner() instanceof TextInputControl);
  }
}
