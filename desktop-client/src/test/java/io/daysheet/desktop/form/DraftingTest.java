package io.daysheet.desktop.form;

import static org.assertj.core.api.Assertions.assertThat;

import io.daysheet.desktop.form.DraftingTest.Letter.Flaw;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class DraftingTest {

  /// Needs somebody to go to, and something to say.
  record Letter(String to, String text, boolean isChanged) implements Draft<Flaw> {

    enum Flaw {
      NOBODY_THERE,
      EMPTY
    }

    @Override
    public boolean isNew() {
      return true;
    }

    @Override
    public Set<Flaw> flaws() {
      Set<Flaw> flaws = EnumSet.noneOf(Flaw.class);
      if (to.isEmpty()) {
        flaws.add(Flaw.NOBODY_THERE);
      }
      if (text.isEmpty()) {
        flaws.add(Flaw.EMPTY);
      }
      return flaws;
    }
  }

  private final Drafting<Letter, Flaw> drafting =
      new Drafting<>(
          new Letter("", "", false),
          new Drafting.Texts(UnaryOperator.identity(), "on its way", "nothing new"));

  private boolean type(String to, String text, Flaw... about) {
    return drafting.type(_ -> new Letter(to, text, true), List.of(about));
  }

  private Map<Flaw, String> wrong() {
    return drafting.shownProperty().get().wrong();
  }

  @Test
  void onlyWhatWasTouchedIsSaidToBeWrongButAllOfItKeepsItFromBeingSaved() {
    assertThat(type("", "Dear", Flaw.EMPTY)).isTrue();
    assertThat(wrong()).isEmpty();
    assertThat(drafting.canSave()).isFalse();
    assertThat(drafting.reason()).isEqualTo("nobody-there");
    assertThat(type("", "", Flaw.EMPTY)).isTrue();
    assertThat(wrong()).containsExactly(Map.entry(Flaw.EMPTY, "empty"));
    assertThat(type("Ada", "Dear", Flaw.NOBODY_THERE)).isTrue();

    assertThat(wrong()).isEmpty();
    assertThat(drafting.reason()).isEmpty();
    assertThat(drafting.canSave()).isTrue();
  }

  @Test
  void whatIsAsItWasNeedsNoSaving() {
    drafting.show(new Letter("Ada", "Dear", false), "");

    assertThat(drafting.canSave()).isFalse();
    assertThat(drafting.reason()).isEqualTo("nothing new");
  }

  @Test
  void whatIsOnItsWayIsNotSentTwice() {
    type("Ada", "Dear");
    drafting.send();
    assertThat(drafting.canSave()).isFalse();
    assertThat(drafting.reason()).isEqualTo("on its way");
    drafting.stopped("no answer");

    assertThat(drafting.canSave()).isTrue();
    assertThat(drafting.shownProperty().get().told()).isEqualTo("no answer");
  }

  @Test
  void aRefusalIsSaidUntilSomethingElseIsTyped() {
    type("Ada", "Dear");
    drafting.send();
    drafting.refused(Map.of(Flaw.NOBODY_THERE, "moved away"), "");
    assertThat(type("Ada", "Dear")).isFalse();
    assertThat(wrong()).containsExactly(Map.entry(Flaw.NOBODY_THERE, "moved away"));
    assertThat(type("Ida", "Dear")).isTrue();

    assertThat(wrong()).isEmpty();
  }

  @Test
  void ofWhatIsTakenAtTheSecondTryNoRefusalIsLeft() {
    type("Ada", "Dear");
    drafting.send();
    drafting.refused(Map.of(Flaw.NOBODY_THERE, "moved away"), "");
    drafting.send();
    drafting.saved(new Letter("Ada", "Dear", false), "taken");

    assertThat(wrong()).isEmpty();
    assertThat(drafting.shownProperty().get().told()).isEqualTo("taken");
  }

  @Test
  void whatSomebodyElseWroteMeanwhileTakesThePlaceOfWhatIsTyped() {
    type("Ada", "Dear");
    drafting.send();
    drafting.overtaken(new Letter("Ida", "Dear", false), "somebody was faster");

    assertThat(drafting.draft().to()).isEqualTo("Ida");
    assertThat(drafting.shownProperty().get().saving()).isFalse();
  }
}
