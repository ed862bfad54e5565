package io.daysheet.server;

import io.daysheet.server.audit.OfflineVerification;
import io.daysheet.server.crypto.NoMemoryDumps;
import io.daysheet.server.transport.EncryptedOrLocal;
import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.scheduling.annotation.EnableScheduling;

/// Starts the server: its own PostgreSQL (or the one that it is given), then REST and the change
/// socket. Without TLS it answers on loopback only; it ends cleanly on SIGTERM and Ctrl+C.
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
public class SyncServer {

  /// Properties of `api.md` as `--name=value`; or `--verify-audit=FILE`, which needs no server.
  public static void main(String[] arguments) {
    if (OfflineVerification.isAskedFor(arguments)) {
      System.exit(OfflineVerification.run(Clock.systemUTC(), System.out, arguments));
    }
    application().run(arguments);
  }

  /// The application with what has to be decided before anything is started.
  public static SpringApplication application() {
    SpringApplication application = new SpringApplication(SyncServer.class);
    application.addListeners(
        new EncryptedOrLocal(), new NoMemoryDumps(), new StopWithStandardInput(System.in));
    return application;
  }
}
