package io.daysheet.desktop.remote;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// One sign-in from a desk to made-up pages, and what came of it.
final class SignInAtHand implements AutoCloseable {

  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-03-19T09:47:30Z"));

  final SignInPages pages = new SignInPages();
  final ServerAddress address;
  final CompletableFuture<URI> opened = new CompletableFuture<>();
  final CompletableFuture<SignInOutcome> outcome = new CompletableFuture<>();

  SignInAtHand() {
    try {
      pages.open();
    } catch (IOException unable) {
      throw new UncheckedIOException(unable);
    }
    address = new ServerAddress(pages.address(), "Desk 1");
  }

  Request begin() {
    return begin(Duration.ofSeconds(30));
  }

  Request begin(Duration patience) {
    return begin(address, patience);
  }

  /// Begins at another server, or in another way to this one.
  Request begin(ServerAddress server, Duration patience) {
    return signIn(server, patience).signIn(opened::complete, outcome::complete);
  }

  static BrowserSignIn signIn(ServerAddress server, Duration patience) {
    return new BrowserSignIn(server, Runnable::run, CLOCK, patience);
  }

  /// The page that the browser was sent to.
  URI page() throws Exception {
    return opened.get(20, TimeUnit.SECONDS);
  }

  SignInOutcome end() throws Exception {
    return outcome.get(30, TimeUnit.SECONDS);
  }

  @Override
  public void close() {
    address.close();
    pages.close();
  }
}
