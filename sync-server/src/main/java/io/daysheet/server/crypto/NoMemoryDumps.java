package io.daysheet.server.crypto;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.management.ManagementFactory;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.ApplicationListener;

/// The memory of a running server holds keys and recently read names in plain. So when it crashes,
/// the system writes no image of it, nor one of the database, which inherits the limit; and who has
/// asked for heap dumps is told what will be in them.
///
/// What Java itself writes about a crash is up to its command line: see the README.
public final class NoMemoryDumps
    implements ApplicationListener<ApplicationEnvironmentPreparedEvent> {

  private static final Logger log = LoggerFactory.getLogger(NoMemoryDumps.class);

  /// The same number on Linux and macOS.
  private static final int RLIMIT_CORE = 4;

  @Override
  public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
    if (isWindows()) {
      tellIfOn("CreateCoredumpOnCrash");
    } else if (!forbidCores()) {
      log.warn("A crash may leave an image of the memory, which holds patients' data in plain");
    }
    tellIfOn("HeapDumpOnOutOfMemoryError");
  }

  private static boolean isWindows() {
    return System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");
  }

  /// `setrlimit(RLIMIT_CORE, {0, 0})`, which nobody but root can take back.
  @SuppressWarnings("restricted") // the jar's manifest allows it: two numbers go in, one comes out
  private static boolean forbidCores() {
    Linker linker = Linker.nativeLinker();
    return linker
        .defaultLookup()
        .find("setrlimit")
        .map(address ->
            linker.downcallHandle(
                address,
                FunctionDescriptor.of(
                    ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.ADDRESS)))
        .map(NoMemoryDumps::setToNothing)
        .orElse(false);
  }

  private static boolean setToNothing(MethodHandle setrlimit) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment softAndHard = arena.allocate(ValueLayout.JAVA_LONG, 2);
      return (int) setrlimit.invokeExact(RLIMIT_CORE, softAndHard) == 0;
    } catch (Throwable impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static void tellIfOn(String flag) {
    var machine = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
    if (machine != null && Boolean.parseBoolean(machine.getVMOption(flag).getValue())) {
      log.warn(
          "-XX:+{} is on: what it writes holds keys and patients' data in plain. Switch it off with"
              + " -XX:-{}",
          flag,
          flag);
    }
  }
}
