package io.daysheet.desktop.account;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;

/// A QR code (ISO/IEC 18004): black on white in every theme, since many cameras read it in no other
/// way, with the four empty modules around it that they need.
final class QrPicture extends Canvas {

  private static final int QUIET = 4;
  private static final int MODULE = 4;

  /// @param text what a camera reads
  QrPicture(String text) {
    ByteMatrix modules = modules(text);
    double side = (modules.getWidth() + 2 * QUIET) * MODULE;
    setWidth(side);
    setHeight(side);
    GraphicsContext paint = getGraphicsContext2D();
    paint.setFill(Color.WHITE);
    paint.fillRect(0, 0, side, side);
    paint.setFill(Color.BLACK);
    for (int y = 0; y < modules.getHeight(); y++) {
      for (int x = 0; x < modules.getWidth(); x++) {
        if (modules.get(x, y) == 1) {
          paint.fillRect((x + QUIET) * MODULE, (y + QUIET) * MODULE, MODULE, MODULE);
        }
      }
    }
  }

  private static ByteMatrix modules(String text) {
    try {
      return Encoder.encode(text, ErrorCorrectionLevel.M).getMatrix();
    } catch (WriterException tooLong) {
      throw new IllegalStateException("no QR code holds so much", tooLong);
    }
  }
}
