package io.daysheet.desktop.fx;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class ApplicationIconTest {
  @Test
  void everySizeIsTheDrawingInThatSize() throws IOException {
    for (int size : ApplicationIcon.SIZES) {
      assertThat(pixels(stored(size)))
          .as("size %s", size)
          .isEqualTo(pixels(ApplicationIconDrawing.draw(size)));
    }
  }

  private static int[] pixels(BufferedImage image) {
    return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
  }

  private static BufferedImage stored(int size) throws IOException {
    String file = "icon/daysheet-" + size + ".png";
    try (InputStream in =
        Objects.requireNonNull(ApplicationIcon.class.getResourceAsStream(file), file)) {
      return ImageIO.read(in);
    }
  }
}
