package io.daysheet.desktop.fx;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.text.Font;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.api.FxToolkit;

class FontsTest {
  @ParameterizedTest
  @ValueSource(strings = {Fonts.REGULAR, Fonts.SEMI_BOLD})
  void theFamiliesOfTheStyleSheetsAreThose(String family) throws Exception {
    FxToolkit.registerPrimaryStage();
    Fonts.load();

    assertThat(new Font(family, 12).getFamily()).isEqualTo(family);
  }

  @Test
  void loadingTwiceIsHarmless() throws Exception {
    FxToolkit.registerPrimaryStage();
    Fonts.load();
    Fonts.load();

    assertThat(Font.getFamilies()).contains(Fonts.REGULAR, Fonts.SEMI_BOLD);
  }
}
