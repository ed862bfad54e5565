package io.daysheet.desktop.programs;

import io.daysheet.desktop.fx.Messages;
import io.daysheet.wire.ProgramClient;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A program's client in words. Times are of no hospital: they are UTC, and the column says so.
final class ProgramWording {

  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm", Locale.ENGLISH).withZone(ZoneOffset.UTC);

  private static final List<String> FARTHEST_FIRST =
      List.of(
          "patients:write",
          "schedule:write",
          "availability:write",
          "patients:read",
          "schedule:read",
          "directory:read");

  private final Messages messages;

  ProgramWording(Messages messages) {
    this.messages = messages;
  }

  /// What a scope lets a program do; one that this desk doesn't know, as it is.
  String scope(String scope) {
    String key = "scope." + scope.replace(':', '-');
    return messages.bundle().containsKey(key) ? messages.get(key) : scope;
  }

  /// What reaches farthest of all that it may.
  String farthest(ProgramClient program) {
    return program.scopes().stream()
        .min(Comparator.comparingInt(ProgramWording::rank))
        .map(this::scope)
        .orElseGet(() -> messages.get("scopes.none"));
  }

  /// How much else it may; empty if nothing.
  String besides(ProgramClient program) {
    int more = program.scopes().size() - 1;
    return more < 1 ? "" : messages.get("scopes.more", Integer.toString(more));
  }

  /// One that is not known reaches who knows where.
  private static int rank(String scope) {
    return FARTHEST_FIRST.indexOf(scope);
  }

  /// How it proves that it is itself.
  String proofs(ProgramClient program) {
    Stream<String> secret =
        program.secret() ? Stream.of(messages.get("proof.secret")) : Stream.empty();
    int keys = program.keys().size();
    Stream<String> own =
        keys == 0
            ? Stream.empty()
            : Stream.of(
                keys == 1
                    ? messages.get("proof.key")
                    : messages.get("proof.keys", Integer.toString(keys)));
    return Stream.concat(secret, own).collect(Collectors.joining(", "));
  }

  String lastToken(ProgramClient program) {
    Instant last = program.lastUsedAt();
    return last == null ? messages.get("token.never") : moment(last);
  }

  String moment(@Nullable Instant instant) {
    return instant == null ? "" : MOMENT.format(instant);
  }

  String state(ProgramClient program) {
    return messages.get(program.active() ? "state.active" : "state.inactive");
  }
}
