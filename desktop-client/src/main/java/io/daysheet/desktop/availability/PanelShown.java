package io.daysheet.desktop.availability;

import io.daysheet.desktop.availability.AvailabilityPanelViewModel.Intent;
import io.daysheet.desktop.availability.VisitsInside.Row;
import io.daysheet.desktop.form.Obstacle;
import java.util.List;

/// What the panel of an availability says right now.
///
/// @param rows the visits that lose their time
/// @param label what the button does
/// @param told how far the search for free times is; empty if nothing has to be said
/// @param whyNot why it can't be done now; empty if it can
record PanelShown(
    Intent intent,
    List<Row> rows,
    List<Obstacle> obstacles,
    String label,
    String told,
    String whyNot,
    boolean busy) {

  PanelShown {
    rows = List.copyOf(rows);
    obstacles = List.copyOf(obstacles);
  }

  boolean can() {
    return whyNot.isEmpty() && !busy;
  }
}
