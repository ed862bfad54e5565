package io.daysheet.desktop.day;

import io.daysheet.desktop.fx.Icons;
import io.daysheet.hospital.Hospital;
import javafx.scene.control.ListCell;
import org.jspecify.annotations.Nullable;

/// The chosen hospital in the top bar.
final class HospitalCell extends ListCell<Hospital> {
  @Override
  protected void updateItem(@Nullable Hospital site, boolean empty) {
    super.updateItem(site, empty);
    setText(site == null ? "" : site.name());
    setGraphic(site == null ? null : Icons.icon("bi-building"));
  }
}
