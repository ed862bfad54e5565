package io.daysheet.server;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.env.Environment;

/// Until there is sign-in and TLS, whoever reaches the port may read every patient: so an address
/// that is not loopback ends the start, before the database is touched.
final class LoopbackOnly implements ApplicationListener<ApplicationEnvironmentPreparedEvent> {

  @Override
  public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
    check(event.getEnvironment());
  }

  static void check(Environment environment) {
    check("server.address", environment.getProperty("server.address", ""));
    @Nullable String management = environment.getProperty("management.server.address");
    if (management != null) {
      check("management.server.address", management);
    }
  }

  private static void check(String property, String address) {
    if (!isLoopback(address)) {
      throw new NotLoopback(property, address);
    }
  }

  /// An empty address is every address.
  private static boolean isLoopback(String address) {
    if (address.isBlank()) {
      return false;
    }
    try {
      for (InetAddress each : InetAddress.getAllByName(address.strip())) {
        if (!each.isLoopbackAddress()) {
          return false;
        }
      }
      return true;
    } catch (UnknownHostException unknown) {
      return false;
    }
  }

  /// The server was told to answer on an address that others can reach.
  static final class NotLoopback extends RuntimeException {
    private final String property;
    private final String address;

    NotLoopback(String property, String address) {
      super(property + "=" + address + " is not a loopback address");
      this.property = property;
      this.address = address;
    }

    String property() {
      return property;
    }

    String address() {
      return address;
    }
  }
}
