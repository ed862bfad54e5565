package io.daysheet.desktop.day;

import io.daysheet.desktop.day.DoctorColumnViewModel.Free;
import io.daysheet.desktop.fx.Fonts;
import io.daysheet.desktop.fx.Icons;
import io.daysheet.hospital.Doctor;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/// The head of a column: name, specialty, and what is left of the day.
final class DoctorHeader extends VBox {
  private static final double PADDING = 12;
  private static final PseudoClass FULL = PseudoClass.getPseudoClass("full");
  private static final PseudoClass REBOOK = PseudoClass.getPseudoClass("rebook");
  private static final Font NAME = new Font(Fonts.SEMI_BOLD, 13);
  private static final Font FREE = new Font(Fonts.REGULAR, 11);

  private final List<String> names;
  private final Label name = new Label();
  private final Label free = new Label();
  private List<String> freeTexts = List.of();

  DoctorHeader(Doctor doctor) {
    names = DoctorName.variants(doctor.name());
    getStyleClass().setAll("doctor-header");
    setMinWidth(0);
    name.getStyleClass().setAll("label", "doctor-name");
    Label specialty =
        new Label(doctor.specialties().isEmpty() ? "" : doctor.specialties().getFirst());
    specialty.getStyleClass().setAll("label", "doctor-specialty");
    free.getStyleClass().setAll("label", "doctor-free");
    getChildren().setAll(name, specialty, free);
    Tooltip.install(
        this, new Tooltip(names.getFirst() + "\n" + String.join(", ", doctor.specialties())));
  }

  void show(Free left, boolean live, DayWording wording) {
    pseudoClassStateChanged(FULL, left.next() == null || !live);
    pseudoClassStateChanged(REBOOK, left.toRebook() > 0);
    free.setGraphic(
        left.toRebook() > 0 ? Icons.icon("bi-exclamation-triangle", "rebook-icon") : null);
    freeTexts = List.of(wording.free(left, live));
    setAccessibleText(names.getFirst() + ", " + freeTexts.getFirst());
    requestLayout();
  }

  @Override
  protected void layoutChildren() {
    double room = getWidth() - PADDING;
    name.setText(longest(names, NAME, room));
    free.setText(longest(freeTexts, FREE, room));
    super.layoutChildren();
  }

  /// The first that fits, else the last.
  static String longest(List<String> texts, Font font, double room) {
    for (String text : texts) {
      Text measure = new Text(text);
      measure.setFont(font);
      if (measure.getLayoutBounds().getWidth() <= room) {
        return text;
      }
    }
    return texts.isEmpty() ? "" : texts.getLast();
  }
}
