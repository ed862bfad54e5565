package io.daysheet.desktop.booking;

import io.daysheet.desktop.board.Board;
import io.daysheet.desktop.board.BoardNews;
import io.daysheet.desktop.board.Origin;
import io.daysheet.desktop.booking.BookingShown.Taken;
import io.daysheet.desktop.form.BoardNames;
import io.daysheet.desktop.form.WallTimes;
import io.daysheet.desktop.fx.Messages;
import io.daysheet.rule.Violation;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Says who has the slot that a form was opened for. It remembers which desk booked what while the
/// form is open: a rule names the visit, not its maker.
final class TakenWording {

  private final Messages messages;
  private final WallTimes times;
  private final BoardNames names;
  private final Map<UUID, Origin> origins = new HashMap<>();

  TakenWording(Messages messages, WallTimes times, Board board) {
    this.messages = messages;
    this.times = times;
    this.names = new BoardNames(board);
  }

  void heard(BoardNews news) {
    if (news instanceof BoardNews.AppointmentShown(var visit, var _, Origin origin)) {
      origins.put(visit.id().value(), origin);
    }
  }

  /// Whether a violation means that somebody else has the slot now.
  static boolean takes(Violation violation) {
    return violation instanceof Violation.DoctorBusy
        || violation instanceof Violation.HeldByAnother
        || violation instanceof Violation.OutsideAvailability;
  }

  /// Whose it is.
  ///
  /// @param violation the one that takes the form's slot; empty if that is another one by now
  Taken say(BookingSlot lost, Optional<Violation> violation) {
    String doctor = names.shortName(lost.doctor().id()).orElse(lost.doctor().name());
    String title = messages.get("taken.title", times.time(lost.start()), doctor);
    String nothingLost = messages.get("taken.nothing-lost");
    return violation
        .map(v -> new Taken(title, who(v) + " " + nothingLost, v.code()))
        .orElse(new Taken(title, nothingLost, "doctor-busy"));
  }

  private String who(Violation violation) {
    return switch (violation) {
      case Violation.DoctorBusy busy -> booked(busy);
      case Violation.HeldByAnother held -> held(held);
      default -> messages.get("taken.closed");
    };
  }

  private String held(Violation.HeldByAnother held) {
    @Nullable String by = held.blocker().by();
    String until = times.time(held.until());
    return by == null
        ? messages.get("taken.held", until)
        : messages.get("taken.held-by", by, until);
  }

  private String booked(Violation.DoctorBusy busy) {
    @Nullable Origin origin = origins.get(busy.blocker().id());
    @Nullable String by = busy.blocker().by() != null ? busy.blocker().by() : by(origin);
    if (by == null) {
      return messages.get("taken.booked");
    }
    return origin == null || !by.equals(origin.by())
        ? messages.get("taken.by", by)
        : messages.get("taken.by-at", by, times.seconds(origin.at()));
  }

  private static @Nullable String by(@Nullable Origin origin) {
    return origin == null || !origin.isRemote() ? null : origin.by();
  }
}
