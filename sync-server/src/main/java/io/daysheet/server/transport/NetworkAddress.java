package io.daysheet.server.transport;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.HexFormat;

/// The one behind a network address. Of an IPv6 address only the network counts: each machine has
/// more addresses of its own than could be counted.
final class NetworkAddress {

  private static final int NETWORK = 8;

  private NetworkAddress() {}

  static String of(String remote) {
    if (remote.indexOf(':') < 0) {
      return remote;
    }
    try {
      int zone = remote.indexOf('%');
      InetAddress address = InetAddress.ofLiteral(zone < 0 ? remote : remote.substring(0, zone));
      return address instanceof Inet6Address
          ? HexFormat.of().formatHex(address.getAddress(), 0, NETWORK)
          : address.getHostAddress();
    } catch (IllegalArgumentException noAddress) {
      return remote;
    }
  }
}
