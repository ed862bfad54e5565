package io.daysheet.schedule;

/// Where an appointment is on its way. CANCELLED and NO_SHOW free the time, the others occupy it.
public enum AppointmentStatus {
  SCHEDULED,
  CONFIRMED,
  ARRIVED,
  COMPLETED,
  CANCELLED,
  NO_SHOW;

  public boolean occupiesTime() {
    return this != CANCELLED && this != NO_SHOW;
  }

  /// Only a visit that has not begun can be cancelled.
  public boolean isCancellable() {
    return this == SCHEDULED || this == CONFIRMED;
  }
}
