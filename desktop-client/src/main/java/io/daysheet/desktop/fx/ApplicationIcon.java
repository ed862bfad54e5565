package io.daysheet.desktop.fx;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import javafx.scene.image.Image;

/// Daysheet's own icon, in every size that a desktop asks for.
///
/// The files are drawn by `ApplicationIconDrawing`, a program among the tests.
public final class ApplicationIcon {
  static final List<Integer> SIZES = List.of(16, 24, 32, 48, 64, 128, 256, 512);

  private ApplicationIcon() {}

  /// All sizes, smallest first, for a window.
  public static List<Image> images() {
    return SIZES.stream().map(ApplicationIcon::image).toList();
  }

  private static Image image(int size) {
    String file = "icon/daysheet-" + size + ".png";
    try (InputStream in =
        Objects.requireNonNull(ApplicationIcon.class.getResourceAsStream(file), file)) {
      return new Image(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
