package io.daysheet.wire;

/// `POST /appointments/{id}/cancel`.
public record CancelAppointment(String reason) {

  public CancelAppointment {
    MissingFields.refuse("reason", reason);
  }
}
