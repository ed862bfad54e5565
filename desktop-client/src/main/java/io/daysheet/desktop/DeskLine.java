package io.daysheet.desktop;

import io.daysheet.desktop.remote.ServerAddress;
import io.daysheet.desktop.remote.TrustedAuthorities;
import java.nio.file.Path;

/// A desk's line to its server.
///
/// @param account who is signed in, as others see them: by it the desk knows its own work again
record DeskLine(ServerAddress address, String account) {

  /// Reads the credentials, if there are any to be read: not on the FX thread of a real desk.
  static DeskLine of(DeskSettings settings) {
    String server = settings.server().toString();
    DeskSettings.Demo demo = settings.demo();
    if (demo == null) {
      return new DeskLine(
          trusted(new ServerAddress(server, settings.deskName()), settings), settings.deskName());
    }
    DemoSignIn signIn = DemoSignIn.as(demo.role(), demo.credentials());
    return new DeskLine(
        trusted(new ServerAddress(server, settings.deskName(), signIn.tokens()), settings),
        signIn.account());
  }

  /// The same address, if this desk was told whose word to take for its server.
  static ServerAddress trusted(ServerAddress address, DeskSettings settings) {
    Path trust = settings.trust();
    return trust == null ? address : address.trusting(TrustedAuthorities.in(trust));
  }
}
