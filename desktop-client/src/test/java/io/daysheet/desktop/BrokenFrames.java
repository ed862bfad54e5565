package io.daysheet.desktop;

import io.daysheet.desktop.remote.ChangeStream;
import io.daysheet.wire.StreamMessage;
import java.util.concurrent.CompletableFuture;
import okhttp3.Response;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;

/// Hears a stream whose frames can't be read.
final class BrokenFrames implements ChangeStream.Listener {
  private final CompletableFuture<Boolean> unreadable = new CompletableFuture<>();

  /// Done as soon as a frame came that can't be read.
  CompletableFuture<Boolean> firstUnreadable() {
    return unreadable;
  }

  @Override
  public void opened() {}

  @Override
  public void heard(StreamMessage message) {
    unreadable.completeExceptionally(new AssertionError("it was read"));
  }

  @Override
  public void unreadable() {
    unreadable.complete(true);
  }

  @Override
  public void closed() {
    unreadable.completeExceptionally(new AssertionError("it was closed"));
  }

  /// The server's end: it sends one frame, whatever that is.
  static final class Sender extends WebSocketListener {
    private final String frame;

    Sender(String frame) {
      this.frame = frame;
    }

    @Override
    public void onOpen(WebSocket socket, Response response) {
      boolean _ = socket.send(frame);
    }

    @Override
    public void onClosing(WebSocket socket, int code, String reason) {
      boolean _ = socket.close(1000, null);
    }
  }
}
