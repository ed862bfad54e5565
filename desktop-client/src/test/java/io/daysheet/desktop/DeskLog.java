package io.daysheet.desktop;

import static java.util.stream.Collectors.toMap;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.SimpleFormatter;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/// Everything that is logged from now on, stack traces included; the desk's own loggers and those
/// of its HTTP client down to the finest level.
final class DeskLog implements AutoCloseable {

  private static final List<String> FINEST = List.of("io.daysheet", "okhttp3");

  /// A server inside the test tells each request that it got. That is no line of the desk.
  private static final String TEST_SERVER = "mockwebserver3";

  private final Queue<String> lines = new ConcurrentLinkedQueue<>();
  private final LoggerContext logback = (LoggerContext) LoggerFactory.getILoggerFactory();
  private final List<Logger> slf4jLoggers = FINEST.stream().map(logback::getLogger).toList();
  private final Map<Logger, Optional<Level>> slf4jLevels =
      slf4jLoggers.stream().collect(toMap(l -> l, l -> Optional.ofNullable(l.getLevel())));
  private final Logger slf4jRoot = logback.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
  private final java.util.logging.Logger julRoot = java.util.logging.Logger.getLogger("");
  private final List<java.util.logging.Logger> julLoggers =
      FINEST.stream().map(java.util.logging.Logger::getLogger).toList();
  private final JulEar julEar = new JulEar();
  private final Slf4jEar slf4jEar = new Slf4jEar();

  DeskLog() {
    slf4jEar.setContext(logback);
    slf4jEar.start();
    slf4jRoot.addAppender(slf4jEar);
    slf4jLoggers.forEach(logger -> logger.setLevel(Level.TRACE));
    julEar.setLevel(java.util.logging.Level.ALL);
    julRoot.addHandler(julEar);
    julLoggers.forEach(logger -> logger.setLevel(java.util.logging.Level.ALL));
  }

  List<String> lines() {
    return List.copyOf(lines);
  }

  @Override
  public void close() {
    julRoot.removeHandler(julEar);
    julLoggers.forEach(logger -> logger.setLevel(null));
    slf4jRoot.detachAppender(slf4jEar);
    slf4jEar.stop();
    slf4jLevels.forEach((logger, level) -> logger.setLevel(level.orElse(null)));
  }

  private final class JulEar extends Handler {
    private final SimpleFormatter formatter = new SimpleFormatter();

    @Override
    public void publish(LogRecord line) {
      String logger = String.valueOf(line.getLoggerName());
      if (!logger.startsWith(TEST_SERVER)) {
        lines.add(logger + " " + formatter.format(line));
      }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }

  private final class Slf4jEar extends AppenderBase<ILoggingEvent> {
    @Override
    protected void append(ILoggingEvent line) {
      @Nullable IThrowableProxy thrown = line.getThrowableProxy();
      String trace = thrown == null ? "" : "\n" + ThrowableProxyUtil.asString(thrown);
      lines.add(line.getLoggerName() + " " + line.getFormattedMessage() + trace);
    }
  }
}
