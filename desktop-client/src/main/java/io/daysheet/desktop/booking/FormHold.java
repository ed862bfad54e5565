package io.daysheet.desktop.booking;

import io.daysheet.desktop.board.Refusal;
import io.daysheet.desktop.board.SlotKeeper;
import io.daysheet.hospital.AppointmentType;
import io.daysheet.hospital.Hospital;
import io.daysheet.schedule.HoldId;
import io.daysheet.wire.PlaceHold;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Keeps the slot of a booking form while it is open. Who presses Enter before the server has said
/// whether it keeps it waits for that word: a booking beside one's own hold would be refused.
final class FormHold {

  private final SlotKeeper keeper;
  private final Runnable changed;
  private @Nullable Runnable waiting;

  FormHold(SlotKeeper keeper, Runnable changed) {
    this.keeper = keeper;
    this.changed = changed;
    keeper.whenChanged(this::heard);
  }

  void keep(Hospital hospital, BookingSlot slot, AppointmentType type) {
    keeper.keep(
        new PlaceHold(
            hospital.id(),
            slot.doctor().id(),
            slot.start().atZone(hospital.timeZone()).toOffsetDateTime(),
            type.code()));
  }

  private void heard() {
    Runnable booking = keeper.isAsking() ? null : waiting;
    if (booking != null) {
      waiting = null;
    }
    changed.run();
    if (booking != null) {
      booking.run();
    }
  }

  /// Whether a booking has to wait; then it is done once the server has answered.
  boolean delays(Runnable booking) {
    waiting = keeper.isAsking() ? booking : null;
    return waiting != null;
  }

  boolean isAwaited() {
    return waiting != null;
  }

  /// What was about to be booked is another thing now.
  void edited() {
    waiting = null;
  }

  @Nullable HoldId id() {
    return keeper.hold();
  }

  SlotKeeper.State state() {
    return keeper.state();
  }

  /// If the server has forgotten the hold that a booking named, it is asked for anew.
  void answered(Optional<Refusal> refusal, Runnable keepAnew) {
    if (refusal.filter(r -> r.code().equals("hold-expired")).isPresent()) {
      keeper.close();
      keepAnew.run();
    }
  }

  /// The slot is free again: if the server would not keep it before, it may now.
  void freed(Runnable keepAnew) {
    if (keeper.state() instanceof SlotKeeper.State.NotKept) {
      keeper.close();
      keepAnew.run();
    }
  }

  void booked() {
    keeper.handOver();
  }

  /// The form is left. A booking that is on its way names the hold, and ends it.
  void leave(boolean booking) {
    keeper.whenChanged(() -> {});
    if (booking) {
      keeper.handOver();
    } else {
      keeper.close();
    }
  }
}
