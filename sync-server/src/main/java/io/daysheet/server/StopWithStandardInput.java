package io.daysheet.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.ApplicationListener;

/// With `daysheet.stop-with-stdin=true` the server ends cleanly as soon as its standard input is
/// closed. Whoever starts it as a child (the demo, a test) leaves nothing behind that way, even
/// when the parent is killed: the system then closes the pipe.
final class StopWithStandardInput
    implements ApplicationListener<ApplicationEnvironmentPreparedEvent> {

  private static final Logger log = LoggerFactory.getLogger(StopWithStandardInput.class);

  private final InputStream input;

  StopWithStandardInput(InputStream input) {
    this.input = input;
  }

  @Override
  public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
    if (event.getEnvironment().getProperty("daysheet.stop-with-stdin", Boolean.class, false)) {
      // a daemon, so that waiting for the end of the input keeps nothing alive
      Thread.ofPlatform().daemon().name("stop-with-stdin").start(this::waitAndStop);
    }
  }

  private void waitAndStop() {
    try {
      input.transferTo(OutputStream.nullOutputStream());
    } catch (IOException broken) {
      log.info("Standard input broke: {}", broken.getMessage());
    }
    log.info("Standard input is closed: stopping");
    System.exit(0);
  }
}
