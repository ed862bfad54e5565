package io.daysheet.desktop.day;

import io.daysheet.desktop.fx.Messages;
import java.time.ZoneId;

/// The board's texts in one hospital's zone.
record Wordings(Messages messages, HospitalClock clock, CardWording cards, DayWording day) {
  static Wordings in(ZoneId zone) {
    Messages messages = Messages.beside(Wordings.class);
    HospitalClock clock = new HospitalClock(zone);
    return new Wordings(
        messages, clock, new CardWording(messages, clock), new DayWording(messages, clock));
  }
}
