package io.daysheet.desktop;

import io.daysheet.desktop.remote.ServerAddress;

/// A desk's line to its server.
///
/// @param account who is signed in, as others see them: by it the desk knows its own work again
record DeskLine(ServerAddress address, String account) {

  /// Reads the credentials, if there are any to be read: not on the FX thread of a real desk.
  static DeskLine of(DeskSettings settings) {
    String server = settings.server().toString();
    DeskSettings.Demo demo = settings.demo();
    if (demo == null) {
      return new DeskLine(new ServerAddress(server, settings.deskName()), settings.deskName());
    }
    DemoSignIn signIn = DemoSignIn.as(demo.role(), demo.credentials());
    return new DeskLine(
        new ServerAddress(server, settings.deskName(), signIn.tokens()), signIn.account());
  }
}
