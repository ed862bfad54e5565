package io.daysheet.desktop.account;

import io.daysheet.desktop.fx.Focus;
import io.daysheet.desktop.fx.Icons;
import io.daysheet.desktop.fx.Messages;
import io.daysheet.desktop.fx.Place;
import io.daysheet.desktop.fx.SecretClipboard;
import java.io.File;
import java.io.IOException;
import java.util.List;
import javafx.fxml.FXML;
import javafx.print.PrinterJob;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.stage.FileChooser;
import javafx.stage.Window;

/// The recovery codes, this once: to be copied, saved, printed or written down.
final class CodesPane {

  private static final int ROWS = 5;

  private final String login;
  private final List<String> codes;
  private final SecretClipboard clipboard;
  private final Runnable kept;
  private final Messages messages = Messages.beside(CodesPane.class);
  @FXML private VBox root;
  @FXML private GridPane list;
  @FXML private Button copy;
  @FXML private Button save;
  @FXML private Button print;
  @FXML private Button done;
  @FXML private Label told;

  CodesPane(String login, List<String> codes, SecretClipboard clipboard, Runnable kept) {
    this.login = login;
    this.codes = codes;
    this.clipboard = clipboard;
    this.kept = kept;
  }

  @FXML
  void initialize() {
    for (int i = 0; i < codes.size(); i++) {
      Label code = new Label(codes.get(i));
      code.getStyleClass().setAll("label", "recovery-code");
      list.add(code, i / ROWS, i % ROWS);
    }
    copy.setGraphic(Icons.icon("bi-clipboard"));
    copy.setOnAction(_ -> copy());
    save.setGraphic(Icons.icon("bi-download"));
    save.setOnAction(_ -> save());
    print.setGraphic(Icons.icon("bi-printer"));
    print.setOnAction(_ -> print());
    done.setOnAction(_ -> kept.run());
    Place.say(told, "");
    Focus.on(copy);
  }

  private String text() {
    return messages.get("codes.sheet", login, String.join("\n", codes)) + "\n";
  }

  private void copy() {
    clipboard.copy(text());
    Place.say(told, messages.get("codes.copied"));
  }

  private void save() {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(messages.get("codes.save.title"));
    chooser.setInitialFileName("daysheet-recovery-codes.txt");
    File file = chooser.showSaveDialog(window());
    if (file != null) {
      try {
        CodesFile.write(file.toPath(), text());
        Place.say(told, messages.get("codes.saved"));
      } catch (IOException unwritable) {
        Place.say(told, messages.get("codes.not-saved"));
      }
    }
  }

  private void print() {
    PrinterJob job = PrinterJob.createPrinterJob();
    if (job == null) {
      Place.say(told, messages.get("codes.no-printer"));
      return;
    }
    if (job.showPrintDialog(window())) {
      Text sheet = new Text(text());
      sheet.setFont(Font.font("monospace", 14));
      boolean printed = job.printPage(sheet) && job.endJob();
      Place.say(told, messages.get(printed ? "codes.printed" : "codes.not-printed"));
    }
  }

  private Window window() {
    return root.getScene().getWindow();
  }
}
