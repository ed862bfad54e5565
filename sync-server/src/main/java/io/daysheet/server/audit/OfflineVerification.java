package io.daysheet.server.audit;

import io.daysheet.wire.AuditBatch;
import io.daysheet.wire.AuditEntry;
import io.daysheet.wire.AuditHead;
import io.daysheet.wire.AuditLine;
import io.daysheet.wire.AuditVerification;
import io.daysheet.wire.WireJson;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Verifies an export without the server and its database: `--verify-audit=FILE`, with
/// `--public-key=KEY` for each key that is trusted (as the server's log told it), and
/// `--audit-head=NUMBER:HASH` for an end that is known. It holds one batch at a time.
public final class OfflineVerification {

  /// The export can't be read, or is not whole.
  static final class NotAnExport extends RuntimeException {
    private static final long serialVersionUID = 1;

    NotAnExport(String what) {
      super(what);
    }
  }

  private final JsonMapper json = WireJson.lenientMapper();
  private final InstantSource clock;
  private @Nullable AuditBatch batch;
  private final List<AuditEntry> entries = new ArrayList<>();
  private boolean ended;

  private OfflineVerification(InstantSource clock) {
    this.clock = clock;
  }

  /// Whether the command line asks for it.
  public static boolean isAskedFor(String... arguments) {
    return value("--verify-audit=", arguments).isPresent();
  }

  /// Carries it out. Answers how the process should end: 0 in order, 1 not in order, 2 not an
  /// export.
  public static int run(InstantSource clock, PrintStream out, String... arguments) {
    Path file = Path.of(value("--verify-audit=", arguments).orElseThrow());
    try {
      AuditVerification found =
          verify(
              clock,
              file,
              trusted(arguments),
              value("--audit-head=", arguments).map(Heads::parse).orElse(null));
      out.println(WireJson.mapper().writeValueAsString(found));
      if (trusted(arguments).isEmpty()) {
        out.println("The keys are those that the export names: give --public-key to be sure.");
      }
      return found.sound() ? 0 : 1;
    } catch (NotAnExport | IllegalArgumentException notOne) {
      out.println(notOne.getMessage());
    } catch (IOException failed) {
      out.println("The export can't be read: " + failed.getMessage());
    }
    return 2;
  }

  /// What is in order, and what is not.
  ///
  /// @param trusted keys in base64; empty trusts those that the export names
  static AuditVerification verify(
      InstantSource clock, Path file, List<String> trusted, @Nullable AuditHead expected)
      throws IOException {
    try (BufferedReader lines = Files.newBufferedReader(file)) {
      return new OfflineVerification(clock).verify(lines, trusted, expected);
    }
  }

  private AuditVerification verify(
      BufferedReader lines, List<String> trusted, @Nullable AuditHead expected) throws IOException {
    if (!(line(lines, 1) instanceof AuditLine.Begin begin)) {
      throw new NotAnExport("The export has no begin.");
    }
    Map<String, PublicKey> keys =
        keys(
            trusted.isEmpty()
                ? begin.keys().stream().map(AuditLine.Key::publicKey).toList()
                : trusted);
    var check =
        new ChainCheck(
            id -> Optional.ofNullable(keys.get(id)),
            begin.before(),
            Stream.of(begin.known(), expected).flatMap(Stream::ofNullable).toList(),
            begin.forgottenBefore());
    long number = 2;
    boolean sound = true;
    while (sound && !ended) {
      sound = take(line(lines, number++), check);
    }
    return check.result(clock.instant(), sound ? entries.size() : 0);
  }

  /// False as soon as something is not in order.
  private boolean take(AuditLine line, ChainCheck check) {
    return switch (line) {
      case AuditLine.Begin _ -> throw new NotAnExport("The export begins twice.");
      case AuditLine.Batch next -> {
        boolean sound = checked(check);
        batch = next.batch();
        yield sound;
      }
      case AuditLine.Entry entry -> {
        entries.add(entry.entry());
        yield true;
      }
      case AuditLine.End end -> {
        ended = true;
        // what is not sealed stands after the last batch
        List<AuditEntry> rest = cutOff(end.unsealed());
        boolean sound = checked(check);
        entries.addAll(rest);
        yield sound;
      }
    };
  }

  private boolean checked(ChainCheck check) {
    AuditBatch complete = batch;
    boolean sound = complete == null || check.check(complete, List.copyOf(entries));
    entries.clear();
    return sound;
  }

  private List<AuditEntry> cutOff(long count) {
    if (count < 0 || count > entries.size()) {
      throw new NotAnExport("The export's end does not fit to it.");
    }
    List<AuditEntry> tail = entries.subList(entries.size() - (int) count, entries.size());
    List<AuditEntry> copy = List.copyOf(tail);
    tail.clear();
    return copy;
  }

  private AuditLine line(BufferedReader lines, long number) throws IOException {
    String text = lines.readLine();
    if (text == null) {
      throw new NotAnExport(
          "The export has no end: it was cut off after line " + (number - 1) + ".");
    }
    try {
      return json.readValue(text, AuditLine.class);
    } catch (JacksonException | NullPointerException notOne) {
      throw new NotAnExport("Line " + number + " is none of an export.");
    }
  }

  private static Map<String, PublicKey> keys(List<String> texts) {
    Map<String, PublicKey> keys = new HashMap<>();
    for (String text : texts) {
      PublicKey key = Signing.publicKey(Base64.getDecoder().decode(text));
      keys.put(Signing.id(key), key);
    }
    return keys;
  }

  private static List<String> trusted(String... arguments) {
    return values("--public-key=", arguments);
  }

  private static Optional<String> value(String name, String... arguments) {
    return values(name, arguments).stream().findFirst();
  }

  private static List<String> values(String name, String... arguments) {
    return List.of(arguments).stream()
        .filter(each -> each.startsWith(name))
        .map(each -> each.substring(name.length()))
        .toList();
  }
}
