package io.daysheet.desktop;

import io.daysheet.hospital.DoctorId;
import io.daysheet.hospital.Hospital;
import io.daysheet.identity.Reach;
import io.daysheet.identity.Right;
import io.daysheet.wire.Me;
import org.jspecify.annotations.Nullable;

/// What the desk shows and enables for whoever is signed in. The server decides each time anew: the
/// desk only spares people what would be refused.
final class Allowed {

  private final @Nullable Me me;

  private Allowed(@Nullable Me me) {
    this.me = me;
  }

  static Allowed to(Me me) {
    return new Allowed(me);
  }

  /// Of a desk at which nobody signs in: whatever the server lets through.
  static Allowed everything() {
    return new Allowed(null);
  }

  /// Whether there is any screen for them.
  boolean hasScreen() {
    return may(Right.SEE_DAY)
        || may(Right.MANAGE_USERS)
        || may(Right.MANAGE_HOSPITALS)
        || may(Right.READ_AUDIT);
  }

  boolean may(Right right) {
    return reach(right) != Reach.NOTHING;
  }

  private Reach reach(Right right) {
    return me == null ? Reach.EVERYTHING : me.rights().getOrDefault(right, Reach.NOTHING);
  }

  /// Whether a doctor's time is theirs to see: a doctor sees the own.
  boolean sees(DoctorId doctor) {
    return me == null || reach(Right.SEE_DAY) != Reach.OWN_PATIENTS || doctor.equals(me.doctorId());
  }

  /// Whether a hospital is one to choose. A doctor's own day may be at any of them.
  boolean shows(Hospital hospital) {
    return me == null
        || reach(Right.SEE_DAY) != Reach.OWN_HOSPITALS
        || me.everyHospital()
        || me.hospitals().contains(hospital.id());
  }
}
