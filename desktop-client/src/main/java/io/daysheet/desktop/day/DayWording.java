package io.daysheet.desktop.day;

import io.daysheet.desktop.board.Connection;
import io.daysheet.desktop.board.Connection.Insecure;
import io.daysheet.desktop.day.DoctorColumnViewModel.Free;
import io.daysheet.desktop.fx.Messages;
import io.daysheet.schedule.TimeOff;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Says what stands around the cards: free slots, the cursor, the connection.
final class DayWording {
  private final Messages messages;
  private final HospitalClock clock;

  DayWording(Messages messages, HospitalClock clock) {
    this.messages = messages;
    this.clock = clock;
  }

  /// "2 free · next 15:00", from the longest form to the shortest.
  String[] free(Free free, boolean live) {
    if (free.toRebook() > 0) {
      String text = messages.get("header.rebook", Integer.toString(free.toRebook()));
      return new String[] {text, text};
    }
    Instant next = free.next();
    if (next == null) {
      String text = messages.get("header.full");
      return new String[] {text, text};
    }
    String count = Integer.toString(free.slots());
    if (!live) {
      String text =
          messages.get(free.slots() == 1 ? "header.was-free-one" : "header.was-free", count);
      return new String[] {text, text};
    }
    return new String[] {
      messages.get("header.free", count, clock.time(next)),
      messages.get("header.free.short", count, clock.time(next))
    };
  }

  /// The first line of a free slot.
  String slot(Instant start, boolean live) {
    return messages.get(live ? "slot.free" : "slot.was-free", clock.time(start));
  }

  String within(Band band) {
    return messages.get(
        "slot.within", clock.range(band.availability().start(), band.availability().end()));
  }

  String freed(Instant at) {
    return messages.get("slot.freed", clock.time(at));
  }

  String timeOff(TimeOff.Reason reason) {
    return switch (reason) {
      case VACATION -> messages.get("off.vacation");
      case CME -> messages.get("off.cme");
      case SICK -> messages.get("off.sick");
    };
  }

  static String timeOffIcon(TimeOff.Reason reason) {
    return switch (reason) {
      case VACATION -> "bi-umbrella";
      case CME -> "bi-book";
      case SICK -> "bi-thermometer-half";
    };
  }

  /// What Enter does at a place, or why nothing.
  String invitation(SlotChoice choice) {
    String start = clock.time(choice.range().start());
    return switch (choice) {
      case SlotChoice.EmptyTime _ -> messages.get("cursor.availability");
      case SlotChoice.FreeSlot _ -> messages.get("cursor.book", start);
      case SlotChoice.OnVisit _, SlotChoice.OnHold _ -> "";
      case SlotChoice.Nothing nothing -> refusal(nothing.reason());
    };
  }

  String refusal(SlotChoice.Reason reason) {
    return switch (reason) {
      case PAST -> messages.get("cursor.past");
      case DOCTOR_AWAY -> messages.get("cursor.away");
      case TOO_SHORT -> messages.get("cursor.too-short");
    };
  }

  /// The cursor's place, for a screen reader.
  String spoken(SlotChoice choice, String doctor, String onCard) {
    String what = onCard.isEmpty() ? invitation(choice) : onCard;
    return messages.get("cursor.spoken", doctor, clock.time(choice.range().start()), what);
  }

  /// The connection's pill.
  String pill(Connection connection, Instant now) {
    return switch (connection) {
      case Connection.Connecting _ -> messages.get("connection.connecting");
      case Connection.Live(@Nullable Duration latency) ->
          latency == null
              ? messages.get("connection.live")
              : messages.get("connection.live-in", Long.toString(latency.toMillis()));
      case Connection.Offline offline ->
          offline.insecure() == null
              ? messages.get(
                  "connection.offline",
                  Long.toString(Math.max(0, Duration.between(offline.since(), now).toMinutes())))
              : messages.get("connection.insecure");
    };
  }

  String banner(Connection.Offline offline) {
    Insecure why = offline.insecure();
    if (why != null) {
      return insecure(why, "title");
    }
    Instant copy = offline.copyOf();
    return copy == null
        ? bannerWithoutCopy(offline)
        : messages.get("offline.title", clock.time(offline.since()), clock.seconds(copy));
  }

  String bannerWithoutCopy(Connection.Offline offline) {
    Insecure why = offline.insecure();
    if (why != null) {
      return insecure(why, "title");
    }
    return messages.get("offline.title-without-copy", clock.time(offline.since()));
  }

  String nextTry(Connection.Offline offline, Instant now) {
    Insecure why = offline.insecure();
    if (why != null) {
      return insecure(why, "text");
    }
    long left = Math.max(0, Duration.between(now, offline.nextTry()).toSeconds());
    return left == 0
        ? messages.get("offline.trying")
        : messages.get("offline.text", Long.toString(left));
  }

  /// By which an administrator finds out what to do.
  String offlineCode(Connection.Offline offline) {
    Insecure why = offline.insecure();
    return why == null ? messages.get("offline.code") : insecure(why, "code");
  }

  private String insecure(Insecure why, String part) {
    return messages.get("insecure." + why.name().toLowerCase(Locale.ROOT) + "." + part);
  }

  /// "Next free 11:00, Dr. Ferreira".
  String nextFree(Optional<SlotCursor> next, List<DoctorColumnViewModel> columns) {
    return next.map(slot -> nextFree(slot, columns))
        .orElseGet(() -> messages.get("next-free.none"));
  }

  /// The same where there is no room: only the time.
  String nextFreeBriefly(Optional<SlotCursor> next) {
    return next.map(slot -> clock.time(slot.start()))
        .orElseGet(() -> messages.get("next-free.none.short"));
  }

  private String nextFree(SlotCursor slot, List<DoctorColumnViewModel> columns) {
    String doctor =
        columns.stream()
            .filter(column -> column.doctor().id().equals(slot.doctor()))
            .map(column -> DoctorName.shortest(column.doctor().name()))
            .findFirst()
            .orElse("");
    return messages.get("next-free", clock.time(slot.start()), doctor);
  }
}
