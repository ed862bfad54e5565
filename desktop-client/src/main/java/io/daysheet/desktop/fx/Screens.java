package io.daysheet.desktop.fx;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import javafx.fxml.FXMLLoader;

/// Loads FXML with the controllers that were wired by hand.
///
/// The FXML of `DayView` is `DayView.fxml` beside it, its texts are `messages.properties` there. A
/// controller that nobody has wired is refused: reflection would otherwise make a half-wired one.
public final class Screens {
  private final Map<Class<?>, Supplier<?>> controllers = new LinkedHashMap<>();

  /// Says how a controller is made; each load makes one.
  public <T> Screens wire(Class<T> controller, Supplier<? extends T> maker) {
    if (controllers.putIfAbsent(controller, maker) != null) {
      throw new IllegalStateException(controller.getSimpleName() + " is wired twice");
    }
    return this;
  }

  /// Builds one screen.
  public <N, C> Screen<N, C> load(Class<C> controller) {
    URL fxml = controller.getResource(controller.getSimpleName() + ".fxml");
    if (fxml == null) {
      throw new IllegalStateException(controller.getSimpleName() + ".fxml is missing");
    }
    FXMLLoader loader = new FXMLLoader(fxml, Messages.beside(controller).bundle());
    loader.setControllerFactory(this::make);
    try {
      N root = loader.load();
      return new Screen<>(root, loader.getController());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Object make(Class<?> controller) {
    Supplier<?> maker = controllers.get(controller);
    if (maker == null) {
      throw new IllegalStateException(controller.getName() + " is not wired");
    }
    return maker.get();
  }

  /// A loaded screen: its root node and the controller behind it.
  public record Screen<N, C>(N root, C controller) {}
}
