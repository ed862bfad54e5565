package io.daysheet.server.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.List;
import java.util.random.RandomGenerator;

/// Values that have broken programs before.
record Oddities(RandomGenerator random) {

  private static final List<String> TEXTS =
      List.of(
          "",
          " ",
          "null",
          "undefined",
          "true",
          "NaN",
          "-1",
          "0",
          "1e999",
          "99999999999999999999999999",
          "-0.0000000000000000000000001",
          "0x10",
          "' or 1=1 --",
          "'; drop table patient; --",
          "$$;select pg_sleep(10)$$",
          "%",
          "_",
          "\\",
          "\\x00",
          "<script>alert(1)</script>",
          "${jndi:ldap://127.0.0.1/a}",
          "#{7*7}",
          "{{7*7}}",
          "%s%s%s%n",
          "../../../../etc/passwd",
          "file:///etc/passwd",
          "\u0000",
          "a\u0000b",
          "\r\nX-Injected: yes",
          "\u202E\u0645\u0631\u062D\u0628\u0627",
          "e\u0301\u0301\u0301\u0301",
          "\uD83D\uDC69\u200D\uD83D\uDC69\u200D\uD83D\uDC67",
          "\uD800",
          "\uFFFF",
          "\u1E9E\u0130\u0131\uFB03",
          "2030-02-30",
          "2030-05-06",
          "+999999999-12-31",
          "-999999999-01-01T00:00:00Z",
          "2030-05-06T09:00:00",
          "2030-05-06T24:00:00Z",
          "2030-05-06T09:00:60Z",
          "2030-05-06T09:00:00+25:00",
          "2030-05-06T09:00:00.999999999999+02:00",
          "9999-12-31T23:59:59.999999999-18:00",
          "0001-01-01T00:00:00+18:00",
          "00000000-0000-0000-0000-000000000000",
          "ffffffff-ffff-ffff-ffff-ffffffffffff",
          "1-1-1-1-1",
          "{urn:uuid}",
          "P999999999999D",
          "PT-1S",
          "25:00");

  String text() {
    return switch (random.nextInt(12)) {
      case 0 -> "x".repeat(1 + random.nextInt(12_000));
      case 1 -> "\u00e9".repeat(1 + random.nextInt(400));
      case 2 -> new String(Character.toChars(1 + random.nextInt(0x10FFFE)));
      default -> one(TEXTS);
    };
  }

  /// As part of a path or a query; sometimes encoded as it should not be.
  String inAddress() {
    String text = text();
    String value = text.length() > 2000 ? text.substring(0, 2000) : text;
    String encoded = URLEncoder.encode(value, UTF_8).replace("+", "%20");
    return switch (random.nextInt(10)) {
      case 0 -> "%";
      case 1 -> "%zz" + encoded;
      case 2 -> "%c0%af";
      case 3 -> "%ff%fe";
      case 4 -> "..%2f..%2f" + encoded;
      case 5 -> "%0d%0aX-Injected:%20yes";
      case 6 -> ";a=b" + encoded;
      default -> encoded;
    };
  }

  /// In a header: bytes as they come, but no end of the line, which would be another request.
  String inHeader() {
    return text().replaceAll("[\r\n\u0000]", "?");
  }

  /// As JSON that is no string.
  String json() {
    return one(
        List.of(
            "null",
            "true",
            "-1",
            "0",
            "1.5",
            "1e999",
            "-1e-999",
            "9".repeat(400),
            "2147483648",
            "-9223372036854775809",
            "[]",
            "[[]]",
            "[null]",
            "{}",
            "{\"\":{}}",
            "{\"@class\":\"java.lang.Runtime\"}",
            "NaN",
            "01",
            "'a'",
            "\"\\ud800\"",
            "\"\\u0000\"",
            "[" + "1,".repeat(2000) + "1]"));
  }

  boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  <T> T one(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }
}
