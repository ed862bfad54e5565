package io.daysheet.server.patient;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FoldingTest {

  @Test
  void namesAreFoundByTheirWordsHoweverTheyAreWritten() {
    assertThat(Folding.words("Máirín O'Brien-Łoś Straße ΑΘΗΝΑ Олексій MRN-0042"))
        .containsExactlyInAnyOrder(
            "mairin",
            "obrienlos",
            "strasse",
            "αθηνα",
            "олексіи",
            "mrn0042",
            "o",
            "brien",
            "los",
            "mrn",
            "0042");
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          Zoë,        zoe
          Þórður,     thordur
          Ærø,        aero
          Đặng,       dang
          İstanbullu, istanbullu
          Işık,       isik
          Ｆｕｌｌ,   full
          𝒵oë,        zoe
          김철수,     김철수
          山田,       山田
          ガンダム,   ガンダム
          ﬁsher,      fisher
          לֵוִי,        לוי
          مُحَمَّد,       محمد
          प्रिया,       प्रिया
          """)
  void isFoldedAsItIsTyped(String name, String folded) {
    assertThat(Folding.fold(name)).isEqualTo(folded);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          O’Brien      | obrien o brien
          o`brien      | obrien o brien
          d´Arc        | darc d arc
          Kowalska-Łoś | kowalskalos kowalska los
          kow          | kow
          -            | ''
          """)
  void aWordIsTakenWholeAndThenInItsParts(String word, String pieces) {
    assertThat(Folding.pieces(word))
        .isEqualTo(Arrays.stream(pieces.split(" ")).filter(p -> !p.isEmpty()).toList());
  }
}
