package io.daysheet.desktop.booking;

import static org.assertj.core.api.Assertions.assertThat;

import io.daysheet.desktop.board.Clinic;
import io.daysheet.desktop.form.WallTimes;
import io.daysheet.rule.TextRules;
import io.daysheet.time.TimeRange;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MoveReasonViewModelTest {

  private final List<String> moved = new ArrayList<>();
  private String hindrance = "";
  private final MoveReasonViewModel form =
      new MoveReasonViewModel(
          new MoveReasonViewModel.Wanted(
              Clinic.visit(1, Clinic.LINDQVIST, 14, 1),
              "Dr. Jonas Lindqvist",
              "Dr. Kwame Mensah",
              new TimeRange(Clinic.at(15), Clinic.at(16)),
              Duration.ofHours(24)),
          new WallTimes(Clinic.ZONE),
          () -> hindrance,
          moved::add);

  @Test
  void itTellsWhatIsMovedAndWhy() {
    assertThat(form.title()).isEqualTo("Move Kowalska, Zofia");
    assertThat(form.from()).isEqualTo("14:00–15:00 · Dr. Jonas Lindqvist");
    assertThat(form.to()).isEqualTo("15:00–16:00 · Dr. Kwame Mensah");
    assertThat(form.explanation()).startsWith("It begins in less than 24 h.");
    assertThat(form.button()).isEqualTo("Move to 15:00");
  }

  @Test
  void withoutAReasonNothingIsMoved() {
    assertThat(form.whyNotProperty().get()).isEqualTo("Say why first");
    form.reasonProperty().set("  ");
    form.move();
    form.reasonProperty().set("x".repeat(TextRules.REASON + 1));
    assertThat(form.whyNotProperty().get())
        .isEqualTo("The reason may have " + TextRules.REASON + " characters");
    form.move();
    assertThat(moved).isEmpty();

    form.reasonProperty().set(" asked by phone ");
    form.move();
    assertThat(moved).containsExactly("asked by phone");
  }

  @Test
  void aNumberIsAUsualReason() {
    form.choose(4);
    assertThat(form.reasonProperty().get()).isEmpty();
    form.choose(2);
    form.move();
    assertThat(moved).containsExactly("Doctor asked");
  }

  @Test
  void whatComesInTheWayMeanwhileIsTold() {
    form.reasonProperty().set("asked");
    hindrance = "Another desk was faster";
    form.refresh();
    assertThat(form.whyNotProperty().get()).isEqualTo("Another desk was faster");
    form.move();
    assertThat(moved).isEmpty();
  }
}
