package io.daysheet.server.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What looks for planted texts finds them.
class PlainTextTest {

  private static final String NAME = "Xylander-Łoś";

  private final PlainText search = new PlainText(List.of(NAME));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Xylander-Łoś",
        "xylander-łoś",
        "XYLANDER-ŁOŚ",
        "xylander-los",
        "xylanderlos",
        "Xylander-%C5%81o%C5%9B",
        "Xylander-%c5%81o%c5%9b",
        "Xylander-\\u0141o\\u015b",
        "58796c616e6465722dc5816fc59b",
        "58796C616E6465722DC5816FC59B"
      })
  void findsANameHoweverItIsWritten(String written) {
    assertThat(search.in(("before" + written + "after").getBytes(StandardCharsets.UTF_8)))
        .containsExactly(NAME);
  }

  @Test
  void findsItInOtherEncodingsAndWithItsAccentsApart() {
    assertThat(search.in(("a" + NAME).getBytes(StandardCharsets.UTF_16LE))).isNotEmpty();
    assertThat(search.in((NAME + "b").getBytes(StandardCharsets.UTF_16BE))).isNotEmpty();
    assertThat(search.in(Normalizer.normalize(NAME, Form.NFD).getBytes(StandardCharsets.UTF_8)))
        .isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a", "ab", "abc", "{\"familyName\":\""})
  void findsItWhereverItBeginsInBase64(String before) {
    byte[] text = (before + NAME + "\"}").getBytes(StandardCharsets.UTF_8);

    assertThat(search.in(Base64.getEncoder().encode(text))).isNotEmpty();
    assertThat(search.in(Base64.getUrlEncoder().encode(text))).isNotEmpty();
  }

  @Test
  void saysInWhichFile(@TempDir Path folder) throws Exception {
    Files.createDirectories(folder.resolve("deep"));
    Files.writeString(folder.resolve("deep").resolve("er"), "… " + NAME);
    Files.writeString(folder.resolve("harmless"), "Xylophone");

    assertThat(search.in(folder)).containsExactly(NAME + " in " + Path.of("deep").resolve("er"));
  }
}
