package io.daysheet.desktop.remote;

import io.daysheet.wire.BeginSecondFactor;
import io.daysheet.wire.ChangePassword;
import io.daysheet.wire.ConfirmSecondFactor;
import io.daysheet.wire.Me;
import io.daysheet.wire.RecoveryCodes;
import io.daysheet.wire.RemoveSecondFactor;
import io.daysheet.wire.RenewRecoveryCodes;
import io.daysheet.wire.SecondFactorKey;
import io.daysheet.wire.SetPin;
import java.util.function.Consumer;

/// What somebody can ask of the server about their own account.
public interface AccountServer {

  Request me(Consumer<Outcome<Me>> then);

  /// Looks whether a PIN is the account's. There are five tries; then the session is over.
  Request unlock(String pin, Consumer<Outcome<Boolean>> then);

  Request choosePin(SetPin pin, Consumer<Outcome<Boolean>> then);

  Request removePin(Consumer<Outcome<Boolean>> then);

  /// The account's other sign-ins are over then; this one goes on.
  Request changePassword(ChangePassword change, Consumer<Outcome<Boolean>> then);

  /// Asks for the key of a second factor, which nobody is asked for before a code of it was shown.
  Request beginSecondFactor(BeginSecondFactor proof, Consumer<Outcome<SecondFactorKey>> then);

  /// Turns the second factor on.
  Request confirmSecondFactor(ConfirmSecondFactor code, Consumer<Outcome<RecoveryCodes>> then);

  Request removeSecondFactor(RemoveSecondFactor proof, Consumer<Outcome<Boolean>> then);

  /// Makes other recovery codes; those before are worth nothing any more.
  Request renewRecoveryCodes(RenewRecoveryCodes proof, Consumer<Outcome<RecoveryCodes>> then);
}
