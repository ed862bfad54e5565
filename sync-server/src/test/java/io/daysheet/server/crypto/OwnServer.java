package io.daysheet.server.crypto;

import io.daysheet.server.SyncServer;
import io.daysheet.server.TestDesk;
import io.daysheet.server.TestPatients;
import io.daysheet.server.database.UnpackedPostgres;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A server with a data folder of its own.
record OwnServer(ConfigurableApplicationContext context, TestDesk desk) implements AutoCloseable {

  static OwnServer start(Path data, String... more) {
    List<String> arguments = new ArrayList<>(List.of(more));
    arguments.add("--server.port=0");
    arguments.add("--daysheet.data=" + UnpackedPostgres.into(data));
    ConfigurableApplicationContext context =
        SyncServer.application().run(arguments.toArray(String[]::new));
    TestPatients.serve(context);
    return new OwnServer(
        context, TestDesk.at(URI.create("http://127.0.0.1:" + port(context) + "/")));
  }

  private static int port(ConfigurableApplicationContext context) {
    return context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
  }

  int port() {
    return port(context);
  }

  JdbcClient jdbc() {
    return context.getBean(JdbcClient.class);
  }

  @Override
  public void close() {
    desk.close();
    context.close();
  }
}
