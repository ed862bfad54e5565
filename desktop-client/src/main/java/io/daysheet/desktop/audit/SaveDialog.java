package io.daysheet.desktop.audit;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import javafx.stage.FileChooser;
import javafx.stage.Window;

/// Asks where a file shall be, and whether one that is there may be replaced.
@FunctionalInterface
interface SaveDialog {

  /// Waits for the answer; empty if there is to be none.
  ///
  /// @param name that is offered
  Optional<Path> ask(Window owner, String title, String name);

  /// The operating system's own.
  static SaveDialog ofTheSystem() {
    return (owner, title, name) -> {
      FileChooser chooser = new FileChooser();
      chooser.setTitle(title);
      chooser.setInitialFileName(name);
      return Optional.ofNullable(chooser.showSaveDialog(owner)).map(File::toPath);
    };
  }
}
