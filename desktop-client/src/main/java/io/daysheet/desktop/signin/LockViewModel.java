package io.daysheet.desktop.signin;

import io.daysheet.desktop.fx.Messages;
import io.daysheet.desktop.remote.AccountServer;
import io.daysheet.desktop.remote.Outcome;
import io.daysheet.desktop.remote.Request;
import io.daysheet.rule.Violation;
import io.daysheet.rule.Violation.FullSignInNeeded;
import io.daysheet.rule.Violation.WrongSecret;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// Unlocking a desk: by the PIN of whoever locked it, or by signing in anew.
///
/// The server looks at the PIN, counts the tries, and says how many are left.
public final class LockViewModel implements AutoCloseable {

  private static final int DIGITS = 6;
  private static final int MOST_DIGITS = 12;
  private static final Pattern PIN = Pattern.compile("[0-9]{" + DIGITS + "," + MOST_DIGITS + "}");
  private static final int UNAUTHENTICATED = 401;

  private final Messages messages = Messages.beside(LockViewModel.class);
  private final AccountServer server;
  private final Runnable unlocked;
  private final ReadOnlyObjectWrapper<Shown> shown;
  private boolean over;
  private @Nullable Request asking;

  /// Whether a PIN can unlock the desk.
  public enum Pin {
    CHOSEN,
    NOT_CHOSEN,
    /// Whoever signs people in here wants to do it each time.
    NOT_TAKEN
  }

  /// What the lock says right now.
  ///
  /// @param takesPin whether a PIN can unlock it still
  /// @param told what became of the last try, or why there is none; empty if nothing has to be said
  /// @param wrong whether that is nothing good
  public record Shown(boolean takesPin, boolean checking, String told, boolean wrong) {}

  /// @param unlocked told when the PIN was right
  public LockViewModel(AccountServer server, Pin pin, Runnable unlocked) {
    this.server = server;
    this.unlocked = unlocked;
    this.shown =
        new ReadOnlyObjectWrapper<>(
            new Shown(pin == Pin.CHOSEN, false, first(pin), pin == Pin.NOT_CHOSEN));
  }

  private String first(Pin pin) {
    return switch (pin) {
      case CHOSEN -> "";
      case NOT_CHOSEN -> messages.get("lock.no-pin");
      case NOT_TAKEN -> messages.get("lock.no-pins");
    };
  }

  public ReadOnlyObjectProperty<Shown> shownProperty() {
    return shown.getReadOnlyProperty();
  }

  /// How much of a PIN is typed.
  public String progress(String typed) {
    String digits = Integer.toString(typed.length());
    return messages.get(typed.length() < DIGITS ? "lock.digits.few" : "lock.digits", digits);
  }

  public boolean isWhole(String typed) {
    return PIN.matcher(typed).matches();
  }

  /// Tries a PIN; nothing happens while one is being looked at.
  public void unlock(String pin) {
    if (!isWhole(pin) || !shown.get().takesPin() || shown.get().checking()) {
      return;
    }
    shown.set(new Shown(true, true, messages.get("lock.checking"), false));
    asking = server.unlock(pin, this::answered);
  }

  private void answered(Outcome<Boolean> outcome) {
    asking = null;
    switch (outcome) {
      case Outcome.Done<Boolean> _ -> unlocked.run();
      case Outcome.Refused<Boolean>(int status, var _, List<Violation> why) -> {
        if (status == UNAUTHENTICATED) {
          over("lock.ended");
        } else if (why.stream().anyMatch(FullSignInNeeded.class::isInstance)) {
          over("lock.spent");
        } else {
          again(wrong(why));
        }
      }
      case Outcome.Stale<Boolean> _, Outcome.Unknown<Boolean> _ ->
          again(messages.get("lock.no-answer"));
    }
  }

  private void again(String told) {
    shown.set(new Shown(true, false, told, true));
  }

  private String wrong(List<Violation> why) {
    Integer left =
        why.stream()
            .flatMap(v -> v instanceof WrongSecret secret ? Stream.of(secret) : Stream.empty())
            .map(WrongSecret::triesLeft)
            .filter(Objects::nonNull)
            .findFirst()
            .orElse(null);
    if (left == null) {
      return messages.get("lock.wrong.uncounted");
    }
    return left == 1
        ? messages.get("lock.wrong.last")
        : messages.get("lock.wrong", left.toString());
  }

  /// The session has ended: only a sign-in helps.
  public void ended() {
    over("lock.ended");
  }

  private void over(String why) {
    close();
    // After five wrong ones the session ends as well: what was said first stays.
    if (!over) {
      over = true;
      shown.set(new Shown(false, false, messages.get(why), true));
    }
  }

  @Override
  public void close() {
    if (asking != null) {
      asking.cancel();
      asking = null;
    }
  }
}
