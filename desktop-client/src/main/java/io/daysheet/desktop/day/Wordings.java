package io.daysheet.desktop.day;

import io.daysheet.desktop.fx.Messages;
import java.time.Instant;
import java.time.ZoneId;

/// The board's texts in one hospital's zone.
record Wordings(Messages messages, HospitalClock clock, CardWording cards, DayWording day) {
  static Wordings in(ZoneId zone) {
    Messages messages = Messages.beside(Wordings.class);
    HospitalClock clock = new HospitalClock(zone);
    return new Wordings(
        messages, clock, new CardWording(messages, clock), new DayWording(messages, clock));
  }

  /// What lies at a place of a doctor's column, for a screen reader.
  String spoken(SlotChoice choice, String doctor, Instant now) {
    String card =
        switch (choice) {
          case SlotChoice.OnVisit(_, Block.Visit visit) -> cards.of(visit, now).spoken();
          case SlotChoice.OnHold(_, Block.Held held) -> cards.of(held, now).spoken();
          case SlotChoice.EmptyTime _, SlotChoice.FreeSlot _, SlotChoice.Nothing _ -> "";
        };
    return day.spoken(choice, DoctorName.variants(doctor).getFirst(), card);
  }

  /// Where a visit that is on its way would go, for a screen reader.
  String spoken(MovingViewModel.Target target, String doctor) {
    String what = target.whyNot().isEmpty() ? messages.get("move.here") : target.whyNot();
    return messages.get(
        "cursor.spoken",
        DoctorName.variants(doctor).getFirst(),
        clock.time(target.range().start()),
        what);
  }
}
