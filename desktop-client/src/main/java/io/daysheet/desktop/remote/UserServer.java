package io.daysheet.desktop.remote;

import io.daysheet.hospital.Doctor;
import io.daysheet.hospital.Hospital;
import io.daysheet.wire.ChangeUser;
import io.daysheet.wire.CreateUser;
import io.daysheet.wire.OneTimePassword;
import io.daysheet.wire.Page;
import io.daysheet.wire.User;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// What an administrator asks of the server about accounts.
public interface UserServer {

  /// Accounts whose login or name has the words of `query` in it, by login.
  ///
  /// @param after where the page before ended; null for the first
  Request users(String query, @Nullable String after, Consumer<Outcome<Page<User>>> then);

  Request create(CreateUser command, CommandKey key, Consumer<Outcome<User>> then);

  /// Changes the version that is given.
  Request change(User user, ChangeUser command, CommandKey key, Consumer<Outcome<User>> then);

  /// Each time another one, and the one before is worth nothing any more.
  Request resetPassword(User user, Consumer<Outcome<OneTimePassword>> then);

  /// Lets somebody try again who was wrong too often.
  Request unlock(User user, Consumer<Outcome<Boolean>> then);

  Request removeSecondFactor(User user, Consumer<Outcome<Boolean>> then);

  Request hospitals(Consumer<Outcome<List<Hospital>>> then);

  Request doctors(Consumer<Outcome<List<Doctor>>> then);
}
