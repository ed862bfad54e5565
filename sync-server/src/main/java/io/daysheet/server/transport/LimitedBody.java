package io.daysheet.server.transport;

import io.daysheet.server.web.BodyTooLarge;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.IOException;

/// A body of unknown length, up to a limit.
final class LimitedBody extends ServletInputStream {

  private final ServletInputStream body;
  private long left;

  LimitedBody(ServletInputStream body, long most) {
    this.body = body;
    this.left = most;
  }

  @Override
  public int read() throws IOException {
    int read = body.read();
    if (read >= 0) {
      count(1);
    }
    return read;
  }

  @Override
  public int read(byte[] into, int from, int length) throws IOException {
    int read = body.read(into, from, length);
    if (read > 0) {
      count(read);
    }
    return read;
  }

  private void count(int read) throws IOException {
    left -= read;
    if (left < 0) {
      throw new BodyTooLarge();
    }
  }

  @Override
  public boolean isFinished() {
    return body.isFinished();
  }

  @Override
  public boolean isReady() {
    return body.isReady();
  }

  @Override
  public void setReadListener(ReadListener listener) {
    body.setReadListener(listener);
  }
}
