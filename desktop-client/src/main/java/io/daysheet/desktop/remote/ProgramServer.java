package io.daysheet.desktop.remote;

import io.daysheet.wire.ChangeClient;
import io.daysheet.wire.ClientSecret;
import io.daysheet.wire.CreateClient;
import io.daysheet.wire.NewClient;
import io.daysheet.wire.ProgramClient;
import io.daysheet.wire.User;
import java.util.List;
import java.util.function.Consumer;

/// What an administrator asks of the server about the programs that sign in for themselves.
///
/// A secret is answered once: what makes one and is not answered is not repeated, and whoever wants
/// the secret makes another.
public interface ProgramServer {

  /// All of them, by id.
  Request programs(Consumer<Outcome<List<ProgramClient>>> then);

  /// The accounts that a program can act as.
  Request accounts(Consumer<Outcome<List<User>>> then);

  Request create(CreateClient command, Consumer<Outcome<NewClient>> then);

  /// Changes the version that is given.
  Request change(
      ProgramClient program, ChangeClient command, Consumer<Outcome<ProgramClient>> then);

  /// The secret before is worth nothing any more.
  Request newSecret(ProgramClient program, Consumer<Outcome<ClientSecret>> then);
}
