package io.daysheet.desktop.users;

import io.daysheet.desktop.fx.Messages;
import io.daysheet.identity.Role;
import io.daysheet.wire.User;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// An account in words. Times are of no hospital: they are UTC, and the column says so.
final class UserWording {

  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm", Locale.ENGLISH).withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH).withZone(ZoneOffset.UTC);

  private final Messages messages;

  UserWording(Messages messages) {
    this.messages = messages;
  }

  String role(Role role) {
    return messages.get("role." + role.name().toLowerCase(Locale.ROOT));
  }

  String roles(User user) {
    return user.roles().stream().sorted().map(this::role).collect(Collectors.joining(", "));
  }

  String lastSignIn(User user) {
    return user.lastSignIn() == null ? messages.get("sign-in.never") : moment(user.lastSignIn());
  }

  String moment(@Nullable Instant instant) {
    return instant == null ? "" : MOMENT.format(instant);
  }

  String state(User user) {
    if (!user.active()) {
      return messages.get("state.inactive");
    }
    return user.lockedUntil() == null
        ? messages.get("state.active")
        : messages.get("state.locked", TIME.format(user.lockedUntil()));
  }

  /// The style of the state's pill.
  String stateStyle(User user) {
    if (!user.active()) {
      return "quiet";
    }
    return user.lockedUntil() == null ? "good" : "waiting";
  }

  String stateIcon(User user) {
    if (!user.active()) {
      return "bi-slash-circle";
    }
    return user.lockedUntil() == null ? "bi-check-circle" : "bi-lock";
  }
}
