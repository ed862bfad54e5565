package io.daysheet.desktop.booking;

import io.daysheet.desktop.board.BoardNews;
import io.daysheet.desktop.booking.BookingShown.Taken;
import io.daysheet.hospital.AppointmentType;
import io.daysheet.patient.Patient;
import io.daysheet.rule.Violation;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The slot of a form that somebody else has taken, and what is free instead. It stays lost until
/// it is given back, whatever is typed.
final class LostSlot {

  private final AlternativesViewModel finder;
  private final TakenWording wording;
  private @Nullable BookingSlot lost;

  LostSlot(AlternativesViewModel finder, TakenWording wording) {
    this.finder = finder;
    this.wording = wording;
  }

  void heard(BoardNews news) {
    wording.heard(news);
  }

  void forget() {
    lost = null;
  }

  /// Whether the slot that was lost is still the one that the form is about.
  boolean is(BookingSlot slot) {
    return slot.equals(lost);
  }

  /// A slot is lost once somebody takes it, and the form's own again if it is given back.
  ///
  /// @return whether it is the form's own again
  boolean seen(BookingSlot slot, boolean taken) {
    if (taken && lost == null) {
      lost = slot;
    } else if (!taken && is(slot)) {
      lost = null;
      return true;
    }
    return false;
  }

  Offer offer(
      BookingSlot slot, @Nullable Patient patient, AppointmentType type, Runnable foundMore) {
    if (lost == null) {
      return new Offer(List.of(), 0);
    }
    List<Alternative> found = finder.find(lost, patient, type);
    if (found.size() < AlternativesViewModel.MOST) {
      finder.askNextDays(lost, patient, type, foundMore);
    }
    return Offer.of(found, slot);
  }

  /// Null while no slot is lost.
  @Nullable Taken say(Optional<Violation> violation) {
    return lost == null ? null : wording.say(lost, violation);
  }

  void cancel() {
    finder.cancel();
  }
}
