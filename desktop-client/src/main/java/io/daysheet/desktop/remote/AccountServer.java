package io.daysheet.desktop.remote;

import io.daysheet.wire.Me;
import io.daysheet.wire.SetPin;
import java.util.function.Consumer;

/// What somebody can ask of the server about their own account.
public interface AccountServer {

  Request me(Consumer<Outcome<Me>> then);

  /// Looks whether a PIN is the account's. There are five tries; then the session is over.
  Request unlock(String pin, Consumer<Outcome<Boolean>> then);

  Request choosePin(SetPin pin, Consumer<Outcome<Boolean>> then);
}
