package io.daysheet.desktop.form;

import io.daysheet.hospital.DoctorId;
import io.daysheet.time.TimeRange;
import java.util.ArrayList;
import java.util.List;

/// The board under a form without a screen: it remembers what the form did to it.
public final class QuietGround implements FormPlace {

  public final List<Jump> jumps = new ArrayList<>();
  public final List<TimeRange> moves = new ArrayList<>();
  public List<Ghost> ghosts = List.of();
  public int closed;

  @Override
  public void close() {
    closed++;
  }

  @Override
  public void show(Jump target) {
    jumps.add(target);
  }

  @Override
  public void moveTo(DoctorId doctor, TimeRange slot) {
    moves.add(slot);
  }

  @Override
  public void ghosts(List<Ghost> places) {
    ghosts = places;
  }
}
