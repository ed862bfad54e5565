package io.daysheet.desktop.signin;

import io.daysheet.desktop.fx.FxThread;
import io.daysheet.desktop.fx.Messages;
import io.daysheet.desktop.remote.Request;
import io.daysheet.desktop.remote.SignInOutcome;
import io.daysheet.desktop.remote.SignInOutcome.NotSignedIn;
import io.daysheet.desktop.remote.SignInOutcome.SignedIn;
import io.daysheet.desktop.remote.SignInOutcome.Why;
import io.daysheet.desktop.remote.SignInServer;
import java.net.URI;
import java.util.Locale;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// Signing in, from the button to the tokens.
public final class SignInViewModel implements AutoCloseable {

  private final Messages messages = Messages.beside(SignInViewModel.class);
  private final SignInServer server;
  private final Browser browser;
  private final Executor executor;
  private final Consumer<SignedIn> then;
  private final ReadOnlyObjectWrapper<SignInStep> step =
      new ReadOnlyObjectWrapper<>(new SignInStep.Ready());
  private @Nullable Request attempt;

  /// @param then told who has tokens now; it calls [#failed] if they are of no use
  public SignInViewModel(SignInServer server, Browser browser, Consumer<SignedIn> then) {
    this(server, browser, new FxThread(), then);
  }

  SignInViewModel(
      SignInServer server, Browser browser, Executor executor, Consumer<SignedIn> then) {
    this.server = server;
    this.browser = browser;
    this.executor = executor;
    this.then = then;
  }

  public ReadOnlyObjectProperty<SignInStep> stepProperty() {
    return step.getReadOnlyProperty();
  }

  /// Begins, or begins anew.
  public void begin() {
    close();
    step.set(new SignInStep.Opening());
    attempt = server.signIn(this::open, this::ended);
  }

  /// Shows the page once more, as when its window was closed.
  public void openAgain() {
    if (step.get() instanceof SignInStep.InBrowser(URI page, var _)) {
      open(page);
    }
  }

  /// Back to the beginning.
  public void stop() {
    close();
    step.set(new SignInStep.Ready());
  }

  private void open(URI page) {
    step.set(new SignInStep.InBrowser(page, true));
    browser.open(page, () -> executor.execute(() -> notOpened(page)));
  }

  private void notOpened(URI page) {
    if (step.get() instanceof SignInStep.InBrowser(URI shown, var _) && shown.equals(page)) {
      step.set(new SignInStep.InBrowser(page, false));
    }
  }

  private void ended(SignInOutcome outcome) {
    attempt = null;
    switch (outcome) {
      case SignedIn signedIn -> {
        step.set(new SignInStep.Finishing());
        then.accept(signedIn);
      }
      case NotSignedIn(Why why) -> failed(code(why));
    }
  }

  private static String code(Why why) {
    return why.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// It came to nothing.
  ///
  /// @param reason the end of its messages' keys
  public void failed(String reason) {
    step.set(
        new SignInStep.Failed(
            messages.get("failed." + reason),
            messages.get("failed." + reason + ".text"),
            "sign-in-" + reason));
  }

  /// Waits for no browser any more.
  @Override
  public void close() {
    if (attempt != null) {
      attempt.cancel();
      attempt = null;
    }
  }
}
