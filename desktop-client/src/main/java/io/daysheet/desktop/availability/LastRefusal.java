package io.daysheet.desktop.availability;

import io.daysheet.desktop.availability.VisitsInside.Row;
import io.daysheet.desktop.board.Refusal;
import io.daysheet.desktop.form.Obstacle;
import io.daysheet.desktop.form.RefusalWording;
import io.daysheet.rule.Violation;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What the server has said no to. What is against a single visit stands with that visit, which is
/// decided again; the rest stands by itself.
final class LastRefusal {

  private final VisitsInside inside;
  private final RefusalWording wording;
  private @Nullable Refusal heard;
  private List<Violation> others = List.of();

  LastRefusal(VisitsInside inside, RefusalWording wording) {
    this.inside = inside;
    this.wording = wording;
  }

  /// @param refusal null: there is none any more
  void hear(@Nullable Refusal refusal) {
    if (!Objects.equals(refusal, heard)) {
      heard = refusal;
      others = refusal == null ? List.of() : inside.refuse(refusal.violations());
    }
  }

  /// What is in the way besides what can be decided visit by visit.
  List<Obstacle> obstacles(Refusal refusal) {
    if (!others.isEmpty()) {
      return wording.say(others);
    }
    return inside.undecided() > 0 && !refusal.violations().isEmpty()
        ? List.of()
        : wording.say(refusal);
  }

  /// Why a visit can't go where it was to go; empty if nothing is known against it.
  String against(Row row) {
    Violation violation = row.against();
    return violation == null ? "" : wording.text(violation);
  }
}
