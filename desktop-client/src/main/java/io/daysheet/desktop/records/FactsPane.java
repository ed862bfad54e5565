package io.daysheet.desktop.records;

import io.daysheet.desktop.fx.Messages;
import io.daysheet.patient.Patient;
import java.util.List;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;

/// Records side by side, fact by fact: who is the same person sees it at once.
final class FactsPane extends GridPane {

  private final Messages messages = Messages.beside(FactsPane.class);

  /// @param heads what stands above each
  FactsPane(List<String> heads, List<Patient> patients, RecordWording wording) {
    getStyleClass().setAll("facts");
    setHgap(12);
    setVgap(6);
    ColumnConstraints name = new ColumnConstraints(72);
    getColumnConstraints().add(name);
    for (int i = 0; i < patients.size(); i++) {
      ColumnConstraints column = new ColumnConstraints();
      column.setPercentWidth(80.0 / patients.size());
      getColumnConstraints().add(column);
      add(VisitsPane.label(heads.get(i), "drawer-label"), i + 1, 0);
    }
    fact(1, "facts.name", patients.stream().map(p -> p.summary().sortName()).toList());
    fact(2, "facts.born", patients.stream().map(wording::born).toList());
    fact(3, "facts.mrn", patients.stream().map(wording::mrn).toList());
    fact(4, "facts.reached", patients.stream().map(wording::reached).toList());
    fact(5, "facts.insurance", patients.stream().map(wording::insurance).toList());
  }

  private void fact(int row, String key, List<String> texts) {
    add(VisitsPane.label(messages.get(key), "drawer-why"), 0, row);
    boolean same = texts.stream().distinct().count() == 1;
    for (int i = 0; i < texts.size(); i++) {
      add(VisitsPane.label(texts.get(i), same ? "fact-same" : "fact-other"), i + 1, row);
    }
  }
}
