package io.daysheet.desktop.form;

import io.daysheet.hospital.DoctorId;
import io.daysheet.time.TimeRange;
import java.util.List;

/// The board under a form, as far as the form may touch it.
public interface FormPlace {

  /// The form is done with: the focus goes back to the board.
  void close();

  /// Shows what is in the way, without closing the form.
  void show(Jump target);

  /// Shows what is in the way, if there is something to see.
  default void show(Obstacle obstacle) {
    if (obstacle.jump() != null) {
      show(obstacle.jump());
    }
  }

  /// The form is about another slot now. If that lies on another day, the board goes there and the
  /// form goes with it.
  void moveTo(DoctorId doctor, TimeRange slot);

  /// Numbered places that could be taken instead; an empty list takes them off the board.
  void ghosts(List<Ghost> ghosts);

  /// One place that could be taken instead.
  record Ghost(int number, DoctorId doctor, TimeRange slot, boolean chosen) {}
}
