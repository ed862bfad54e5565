package io.daysheet.server.signin;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/// By which a browser is known again in which somebody has signed in. It signs nobody in: it only
/// keeps others' failures from locking them out. The page for signing in is all that is sent it.
final class BrowserCookie {

  static final String NAME = "daysheet-browser";
  private static final Duration KEPT = Duration.ofDays(90);
  private static final Pattern SECRET = Pattern.compile("[A-Za-z0-9_-]{43}");

  private BrowserCookie() {}

  /// Null if it has none, or one that was not made here.
  static @Nullable String of(HttpServletRequest request) {
    Cookie[] cookies = request.getCookies();
    return cookies == null
        ? null
        : Arrays.stream(cookies)
            .filter(cookie -> cookie.getName().equals(NAME))
            .map(Cookie::getValue)
            .filter(value -> SECRET.matcher(value).matches())
            .findFirst()
            .orElse(null);
  }

  /// The browser's secret, for another while; its first, if it has none.
  static String kept(HttpServletRequest request, HttpServletResponse response) {
    String known = of(request);
    String secret = known == null ? Secrets.make() : known;
    response.addHeader(
        HttpHeaders.SET_COOKIE,
        ResponseCookie.from(NAME, secret)
            .path(SignInChains.LOGIN)
            .maxAge(KEPT)
            .httpOnly(true)
            .secure(request.isSecure())
            .sameSite("Strict")
            .build()
            .toString());
    return secret;
  }
}
