package io.daysheet.bench;

import javafx.scene.Parent;

/// A board of [FullDay], shown whole when it is made, and changed visit by visit. On the FX thread.
interface ShownBoard {

  Parent root();

  /// A visit is in another state.
  void change(int number);

  void remove(int number);

  /// Puts a removed one back.
  void add(int number);
}
