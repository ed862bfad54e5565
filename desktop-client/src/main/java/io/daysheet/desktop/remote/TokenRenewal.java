package io.daysheet.desktop.remote;

import io.daysheet.wire.StreamMessage;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// Tells an open socket's server each new access token in time: it closes a socket whose token has
/// expired. On a virtual thread of its own, until the socket is closed.
final class TokenRenewal implements Runnable {

  private static final Duration BEFORE_THE_END = Duration.ofSeconds(25);
  private static final Duration TRY_AGAIN = Duration.ofSeconds(3);

  private final AccessTokens tokens;
  private final Consumer<StreamMessage> send;
  private final CountDownLatch over = new CountDownLatch(1);

  TokenRenewal(AccessTokens tokens, Consumer<StreamMessage> send) {
    this.tokens = tokens;
    this.send = send;
  }

  void start() {
    Thread.ofVirtual().name("daysheet-token-renewal").start(this);
  }

  void stop() {
    over.countDown();
  }

  @Override
  public void run() {
    String sent = "";
    Duration wait = Duration.ZERO;
    try {
      while (!over.await(wait.toNanos(), TimeUnit.NANOSECONDS)) {
        try {
          AccessTokens.AccessToken token = tokens.current();
          if (!token.value().equals(sent)) {
            send.accept(new StreamMessage.Authenticate(token.value()));
            sent = token.value();
          }
          Duration left = token.left().minus(BEFORE_THE_END);
          wait = left.compareTo(TRY_AGAIN) > 0 ? left : TRY_AGAIN;
        } catch (IOException notNow) {
          wait = TRY_AGAIN;
        }
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
