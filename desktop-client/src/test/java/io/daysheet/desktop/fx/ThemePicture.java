package io.daysheet.desktop.fx;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Supplier;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import org.testfx.util.WaitForAsyncUtils;

/// A picture of one screen in one theme, for somebody to look at, in `target/pictures`.
public final class ThemePicture {

  private static final Path FOLDER = Path.of("target", "pictures");
  private static final double HEIGHT = 800;

  private ThemePicture() {}

  /// As high as the desk's window at first.
  public static void take(String name, Theme theme, double width, Supplier<Parent> screen)
      throws Exception {
    take(name, theme, width, HEIGHT, screen);
  }

  /// Makes the screen on the FX thread, and takes its picture as `name-theme.png`. What needs more
  /// room than there is would be cut off, and fails; so does a text that ends in an ellipsis.
  public static void take(
      String name, Theme theme, double width, double height, Supplier<Parent> screen)
      throws Exception {
    WritableImage picture =
        WaitForAsyncUtils.asyncFx(
                () -> {
                  theme.prepare();
                  Parent root = screen.get();
                  Scene scene = new Scene(root, width, height);
                  theme.applyTo(scene);
                  WritableImage taken = Picture.of(scene);
                  assertThat(root.minWidth(-1)).as("wide enough").isLessThanOrEqualTo(width);
                  assertThat(root.minHeight(width)).as("high enough").isLessThanOrEqualTo(height);
                  assertThat(ClippedTexts.in(root)).as("cut off").isEmpty();
                  return taken;
                })
            .get();
    String file = name + "-" + theme.name().toLowerCase(Locale.ROOT).replace('_', '-') + ".png";
    Picture.write(picture, FOLDER.resolve(file));
  }
}
