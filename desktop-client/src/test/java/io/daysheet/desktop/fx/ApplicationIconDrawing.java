package io.daysheet.desktop.fx;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/// Draws the application's icon: three doctors' columns on the desk's blue, and in the middle one
/// the visit that somebody has just booked.
///
/// Run it with the folder of the pictures as its argument after changing the drawing.
public final class ApplicationIconDrawing {
  private static final Color BLUE = new Color(0x1F5FBF);
  private static final Color PALE = new Color(255, 255, 255, 145);

  private ApplicationIconDrawing() {}

  /// Writes one picture for each size.
  public static void main(String... folder) throws IOException {
    Path target = Files.createDirectories(Path.of(folder[0]));
    for (int size : ApplicationIcon.SIZES) {
      ImageIO.write(draw(size), "png", target.resolve("daysheet-" + size + ".png").toFile());
    }
  }

  static BufferedImage draw(int size) {
    BufferedImage image = new BufferedImage(size, size, BufferedImage.TYPE_INT_ARGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    double unit = size / 24.0;
    graphics.setColor(BLUE);
    graphics.fill(new RoundRectangle2D.Double(0, 0, size, size, 11 * unit, 11 * unit));
    graphics.setColor(PALE);
    bar(graphics, unit, 5, 6, 12);
    bar(graphics, unit, 10, 14, 4);
    bar(graphics, unit, 15, 6, 12);
    graphics.setColor(Color.WHITE);
    bar(graphics, unit, 10, 6, 6);
    graphics.dispose();
    return image;
  }

  private static void bar(
      Graphics2D graphics, double unit, double left, double top, double height) {
    graphics.fill(
        new RoundRectangle2D.Double(
            left * unit, top * unit, 4 * unit, height * unit, 2 * unit, 2 * unit));
  }
}
