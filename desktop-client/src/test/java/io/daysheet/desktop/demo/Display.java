package io.daysheet.desktop.demo;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.util.Locale;
import java.util.Optional;

/// Whether a window can be opened here, and what is missing if not.
@SuppressWarnings("restricted") // asking the system's libraries is what this is for
sealed interface Display {

  /// Windows can be opened.
  record Present() implements Display {}

  /// There is no screen to open one on.
  record None() implements Display {}

  /// There is a screen, but a library of the system that the toolkit needs is not installed.
  ///
  /// @param packages what to install, in Debian's names
  record Lacking(String library, String packages) implements Display {}

  static Display find() {
    boolean linux = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("linux");
    if (!linux) {
      return new Present();
    }
    if (Optional.ofNullable(System.getenv("DISPLAY")).orElse("").isBlank()) {
      return new None();
    }
    try (Arena arena = Arena.ofConfined()) {
      return missing("libX11.so.6", "libx11-6", arena)
          .or(() -> missing("libgtk-3.so.0", "libgtk-3-0 (or libgtk-3-0t64)", arena))
          .orElseGet(() -> canOpen(arena) ? new Present() : new None());
    }
  }

  private static Optional<Display> missing(String library, String packages, Arena arena) {
    try {
      SymbolLookup.libraryLookup(library, arena);
      return Optional.empty();
    } catch (IllegalArgumentException notInstalled) {
      return Optional.of(new Lacking(library, packages));
    }
  }

  /// Asks the X server: `DISPLAY` may be set and name one that is gone.
  private static boolean canOpen(Arena arena) {
    SymbolLookup x11 = SymbolLookup.libraryLookup("libX11.so.6", arena);
    Linker linker = Linker.nativeLinker();
    var pointer = ValueLayout.ADDRESS;
    var open =
        linker.downcallHandle(
            x11.findOrThrow("XOpenDisplay"), FunctionDescriptor.of(pointer, pointer));
    var close =
        linker.downcallHandle(
            x11.findOrThrow("XCloseDisplay"), FunctionDescriptor.of(ValueLayout.JAVA_INT, pointer));
    try {
      MemorySegment display = (MemorySegment) open.invokeExact(MemorySegment.NULL);
      if (display.equals(MemorySegment.NULL)) {
        return false;
      }
      int closed = (int) close.invokeExact(display);
      return closed == 0;
    } catch (Throwable unexpected) {
      throw new IllegalStateException("the display could not be asked", unexpected);
    }
  }
}
