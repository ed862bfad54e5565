package io.daysheet.desktop.day;

import io.daysheet.schedule.Appointment;
import io.daysheet.schedule.Hold;
import io.daysheet.time.TimeRange;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What takes a doctor's time and has a card on the board. Immutable; a new state is a new block
/// with the same id.
public sealed interface Block {
  /// The appointment's or the hold's id.
  UUID id();

  TimeRange during();

  /// A patient's visit.
  ///
  /// @param toRebook the doctor is away at that time
  /// @param takenBy the desk that booked it where a form of this desk was open; null for all others
  record Visit(Appointment appointment, Writing writing, boolean toRebook, @Nullable String takenBy)
      implements Block {
    @Override
    public UUID id() {
      return appointment.id().value();
    }

    @Override
    public TimeRange during() {
      return appointment.during();
    }
  }

  /// A slot that is kept while somebody types.
  ///
  /// @param own kept by this desk
  record Held(Hold hold, boolean own) implements Block {
    @Override
    public UUID id() {
      return hold.id().value();
    }

    @Override
    public TimeRange during() {
      return hold.during();
    }
  }

  /// How far a write of this desk has come.
  enum Writing {
    /// The server has it.
    SETTLED,
    /// On its way; the server may still refuse it.
    SAVING,
    /// The server said no; it stays marked until somebody has seen it.
    REFUSED
  }
}
