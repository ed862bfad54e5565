package io.daysheet.desktop.day;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.Scene;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javax.imageio.ImageIO;

/// Takes pictures of a scene for somebody to look at, into `target/pictures`.
final class DayPictures {
  private static final Path FOLDER = Path.of("target", "pictures");

  private DayPictures() {}

  /// On the FX thread.
  static WritableImage take(Scene scene, String name) throws IOException {
    scene.getRoot().applyCss();
    scene.getRoot().layout();
    WritableImage picture = scene.snapshot(null);
    int width = (int) picture.getWidth();
    int height = (int) picture.getHeight();
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
    PixelReader pixels = picture.getPixelReader();
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        image.setRGB(x, y, pixels.getArgb(x, y));
      }
    }
    Files.createDirectories(FOLDER);
    ImageIO.write(image, "png", FOLDER.resolve(name + ".png").toFile());
    return picture;
  }
}
