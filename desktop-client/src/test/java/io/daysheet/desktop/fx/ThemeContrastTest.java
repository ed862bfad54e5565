package io.daysheet.desktop.fx;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Contrast by WCAG 2.2, 1.4.3 (text, 4.5) and 1.4.11 (what is not text, 3), in every theme.
class ThemeContrastTest {
  private static final Pattern TOKEN = Pattern.compile("(-[\\w-]+): (#[0-9A-F]{6});");

  /// Text, then the grounds that it stands on.
  private static final Map<String, String> TEXT =
      Map.ofEntries(
          Map.entry(
              "-color-fg-default",
              "-color-bg-default -color-bg-overlay -color-bg-subtle -color-bg-inset"
                  + " -color-accent-subtle -ds-closed -ds-band -ds-band-hover"),
          Map.entry(
              "-color-fg-muted",
              "-color-bg-default -color-bg-overlay -color-bg-subtle -color-bg-inset"
                  + " -color-neutral-muted -ds-closed -ds-band -ds-band-past -ds-band-hover"),
          Map.entry("-color-fg-subtle", "-color-bg-default -color-bg-subtle"),
          Map.entry(
              "-color-fg-emphasis",
              "-color-accent-emphasis -ds-accent-hover -color-success-emphasis"
                  + " -color-warning-emphasis -color-danger-emphasis"),
          Map.entry(
              "-color-accent-fg",
              "-color-bg-default -color-bg-overlay -color-accent-subtle -ds-band -ds-band-hover"
                  + " -ds-mine-a -ds-mine-b -ds-ghost-bg"),
          Map.entry(
              "-color-success-fg", "-color-bg-default -color-bg-overlay -color-success-subtle"),
          Map.entry(
              "-color-warning-fg",
              "-color-bg-default -color-warning-subtle -ds-confirmed-bg -ds-scheduled-bg"),
          Map.entry("-color-danger-fg", "-color-bg-default -color-bg-overlay -color-danger-subtle"),
          Map.entry("-ds-scheduled-fg", "-ds-scheduled-bg"),
          Map.entry("-ds-scheduled-meta", "-ds-scheduled-bg"),
          Map.entry("-ds-confirmed-fg", "-ds-confirmed-bg"),
          Map.entry("-ds-confirmed-meta", "-ds-confirmed-bg"),
          Map.entry("-ds-arrived-fg", "-ds-arrived-bg"),
          Map.entry("-ds-arrived-meta", "-ds-arrived-bg"),
          Map.entry("-ds-completed-fg", "-ds-completed-bg"),
          Map.entry("-ds-completed-meta", "-ds-completed-bg"),
          Map.entry("-ds-noshow-fg", "-ds-noshow-bg"),
          Map.entry("-ds-noshow-meta", "-ds-noshow-bg"),
          Map.entry("-ds-hold-fg", "-ds-hold-a -ds-hold-b"),
          Map.entry("-ds-off-fg", "-ds-off-bg"));

  /// Rings, rails, lines and the borders of fields, then what they stand on.
  private static final Map<String, String> RINGS =
      Map.of(
          "-ds-focus", "-color-bg-default -color-bg-subtle -ds-closed -ds-band -ds-band-hover",
          "-ds-border-strong", "-color-bg-default -color-bg-overlay",
          "-ds-band-rail", "-ds-band -ds-closed",
          "-ds-now", "-color-bg-default -ds-closed -ds-band");

  @ParameterizedTest
  @EnumSource
  void textStandsOutFromItsGround(Theme theme) {
    assertThat(ratios(theme, TEXT)).isNotEmpty().allSatisfy(ThemeContrastTest::atLeastText);
  }

  @ParameterizedTest
  @EnumSource
  void ringsAndRailsStandOutFromWhatIsBesideThem(Theme theme) {
    assertThat(ratios(theme, RINGS)).isNotEmpty().allSatisfy(ThemeContrastTest::atLeastRing);
  }

  @ParameterizedTest
  @EnumSource
  void everyThemeNamesTheSameColours(Theme theme) {
    assertThat(names(theme)).isEqualTo(names(Theme.LIGHT));
  }

  private static void atLeastText(String pair, Double ratio) {
    assertThat(ratio).as(pair).isGreaterThanOrEqualTo(4.5);
  }

  private static void atLeastRing(String pair, Double ratio) {
    assertThat(ratio).as(pair).isGreaterThanOrEqualTo(3);
  }

  private static Map<String, Double> ratios(Theme theme, Map<String, String> pairs) {
    Map<String, String> colours = colours(theme);
    return pairs.entrySet().stream()
        .flatMap(pair ->
            Pattern.compile(" ")
                .splitAsStream(pair.getValue())
                .map(ground -> Map.entry(pair.getKey(), ground)))
        .collect(
            Collectors.toMap(
                pair -> pair.getKey() + " on " + pair.getValue(),
                pair -> ratio(colour(colours, pair.getKey()), colour(colours, pair.getValue()))));
  }

  private static int colour(Map<String, String> colours, String name) {
    return Integer.parseInt(Objects.requireNonNull(colours.get(name), name).substring(1), 16);
  }

  private static double ratio(int one, int other) {
    double first = luminance(one) + 0.05;
    double second = luminance(other) + 0.05;
    return Math.max(first, second) / Math.min(first, second);
  }

  private static double luminance(int rgb) {
    return 0.2126 * linear(rgb >> 16) + 0.7152 * linear(rgb >> 8) + 0.0722 * linear(rgb);
  }

  private static double linear(int channel) {
    double value = (channel & 0xFF) / 255.0;
    return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
  }

  private static Map<String, String> colours(Theme theme) {
    return TOKEN
        .matcher(css(theme))
        .results()
        .collect(Collectors.toMap(token -> token.group(1), token -> token.group(2)));
  }

  private static String names(Theme theme) {
    return Pattern.compile("(?m)^ +(-[\\w-]+):")
        .matcher(css(theme))
        .results()
        .map(name -> name.group(1))
        .collect(Collectors.joining("\n"));
  }

  private static String css(Theme theme) {
    try (InputStream css = URI.create(theme.colours()).toURL().openStream()) {
      return new String(css.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
