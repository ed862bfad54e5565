package io.daysheet.desktop;

import io.daysheet.desktop.board.Timers;
import io.daysheet.desktop.day.Notice;
import io.daysheet.desktop.remote.Request;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The last thing that can be taken back, for ten seconds. It has happened already: taking it back
/// is another write, which may be refused.
final class Undo {

  static final Duration LASTS = Duration.ofSeconds(10);

  private final Timers timers;
  private final List<Notice> notices;
  private @Nullable Offer current;

  private record Offer(Notice notice, Runnable back, Request end) {}

  Undo(Timers timers, List<Notice> notices) {
    this.timers = timers;
    this.notices = notices;
  }

  /// Offers to take something back, in place of what was offered before.
  ///
  /// @param label what the button says
  void offer(String title, String text, String label, Runnable back) {
    forget();
    var way = new Notice.Way(label, "Ctrl+Z", this::now);
    var notice = new Notice(title, text, "", List.of(way), Notice.Kind.DONE);
    current = new Offer(notice, back, timers.after(LASTS, this::forget));
    notices.add(notice);
  }

  /// Takes it back; does nothing if there is nothing any more.
  void now() {
    Offer last = current;
    forget();
    if (last != null) {
      last.back().run();
    }
  }

  private void forget() {
    if (current != null) {
      current.end().cancel();
      notices.remove(current.notice());
      current = null;
    }
  }
}
