package io.daysheet.server.transport;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ApplicationListener;
import org.springframework.core.env.Environment;

/// Without TLS, whoever is on the way reads every patient: so an address that is not loopback needs
/// a certificate that can be used, or the start ends before the database is touched.
public final class EncryptedOrLocal
    implements ApplicationListener<ApplicationEnvironmentPreparedEvent> {

  @Override
  public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
    check(event.getEnvironment());
  }

  static void check(Environment environment) {
    TlsSettings tls =
        Binder.get(environment)
            .bind(TlsSettings.PREFIX, TlsSettings.class)
            .orElse(TlsSettings.NONE);
    if (tls.isOn()) {
      ServerCertificate _ = PemFiles.read(tls).certificate();
    } else {
      check("server.address", environment.getProperty("server.address", ""));
    }
    checkManagement(environment);
  }

  /// The port for administrators is never encrypted, so it is never anywhere but here. One that has
  /// a port and no address of its own would be everywhere.
  private static void checkManagement(Environment environment) {
    @Nullable String address = environment.getProperty("management.server.address");
    if (address != null || environment.containsProperty("management.server.port")) {
      check("management.server.address", address == null ? "" : address);
    }
  }

  private static void check(String property, String address) {
    if (!isLoopback(address)) {
      throw new NeitherEncryptedNorLocal(property, address);
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

  /// The server was told to answer in plain text on an address that others can reach.
  static final class NeitherEncryptedNorLocal extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String property;
    private final String address;

    NeitherEncryptedNorLocal(String property, String address) {
      super(property + "=" + address + " is not a loopback address, and there is no TLS");
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
