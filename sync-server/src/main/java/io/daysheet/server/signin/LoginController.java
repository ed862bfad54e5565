package io.daysheet.server.signin;

import io.daysheet.identity.AccountId;
import io.daysheet.rule.Violation;
import io.daysheet.server.audit.NotAudited;
import io.daysheet.server.identity.KnownBrowsers;
import io.daysheet.server.identity.SignInOutcome;
import io.daysheet.server.identity.SignInOutcome.LockedUntil;
import io.daysheet.server.identity.SignInOutcome.NewPasswordNeeded;
import io.daysheet.server.identity.SignInOutcome.Refused;
import io.daysheet.server.identity.SignInOutcome.SecondFactorNeeded;
import io.daysheet.server.identity.SignInOutcome.SignedIn;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The pages on which people sign in, one step after the other. The last step leads back to the
/// authorization server, and from there to the desk that waits.
@Hidden
@RestController
@BuiltIn
@RequestMapping(path = "/login", produces = MediaType.TEXT_HTML_VALUE)
class LoginController {

  private static final String NOBODYS = "A page for signing in shows nobody's data";
  private static final String WRONG = "The name or the password is wrong.";
  private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

  private final RecordedSignIn signIn;
  private final BrowserSignIn browser;
  private final KnownBrowsers known;
  private final InstantSource clock;

  LoginController(
      RecordedSignIn signIn, BrowserSignIn browser, KnownBrowsers known, InstantSource clock) {
    this.signIn = signIn;
    this.browser = browser;
    this.known = known;
    this.clock = clock;
  }

  @NotAudited(NOBODYS)
  @GetMapping
  ResponseEntity<String> page(HttpServletRequest request, CsrfToken csrf) {
    if (!browser.isAwaited(request)) {
      return page(HttpStatus.OK, LoginPage.nowhere());
    }
    LoginState state = LoginState.of(request);
    return page(
        HttpStatus.OK,
        state == null
            ? LoginPage.password(csrf.getToken(), "", "")
            : switch (state.step()) {
              case CODE -> LoginPage.code(csrf.getToken(), "");
              case NEW_PASSWORD -> LoginPage.newPassword(csrf.getToken(), "");
            });
  }

  @NotAudited(NOBODYS)
  @PostMapping
  ResponseEntity<String> password(
      @RequestParam String login,
      @RequestParam String password,
      HttpServletRequest request,
      HttpServletResponse response,
      CsrfToken csrf) {
    LoginState.forget(request);
    SignInOutcome outcome =
        signIn.password(login, password, request.getRemoteAddr(), BrowserCookie.of(request));
    return switch (outcome) {
      case Refused _ ->
          page(HttpStatus.UNAUTHORIZED, LoginPage.password(csrf.getToken(), login, WRONG));
      case LockedUntil locked ->
          wait(locked, LoginPage.password(csrf.getToken(), login, patience(locked)));
      case SignedIn _, SecondFactorNeeded _, NewPasswordNeeded _ ->
          next(outcome, request, response);
    };
  }

  @NotAudited(NOBODYS)
  @PostMapping("/code")
  ResponseEntity<String> code(
      @RequestParam String code,
      HttpServletRequest request,
      HttpServletResponse response,
      CsrfToken csrf) {
    LoginState state = LoginState.of(request);
    if (state == null || state.step() != LoginState.Step.CODE) {
      return again();
    }
    SignInOutcome outcome =
        signIn.secondFactor(state.accountId(), state.since(), code, request.getRemoteAddr());
    return switch (outcome) {
      case Refused _ ->
          page(
              HttpStatus.UNAUTHORIZED,
              LoginPage.code(
                  csrf.getToken(),
                  "That code is wrong, or was used already. Wait for the next one, or use a"
                      + " recovery code."));
      case LockedUntil locked -> wait(locked, LoginPage.code(csrf.getToken(), patience(locked)));
      case SignedIn _, SecondFactorNeeded _, NewPasswordNeeded _ ->
          next(outcome, request, response);
    };
  }

  @NotAudited(NOBODYS)
  @PostMapping("/new-password")
  ResponseEntity<String> newPassword(
      @RequestParam String password,
      @RequestParam String again,
      HttpServletRequest request,
      HttpServletResponse response,
      CsrfToken csrf) {
    LoginState state = LoginState.of(request);
    if (state == null || state.step() != LoginState.Step.NEW_PASSWORD) {
      return again();
    }
    if (!password.equals(again)) {
      return page(
          HttpStatus.UNPROCESSABLE_CONTENT,
          LoginPage.newPassword(csrf.getToken(), "The two are not the same."));
    }
    List<Violation> wrong = signIn.newPassword(state.accountId(), state.since(), password);
    if (wrong.contains(new Violation.FullSignInNeeded())) {
      LoginState.forget(request);
      return again();
    }
    return wrong.isEmpty()
        ? done(state.accountId(), request, response)
        : page(
            HttpStatus.UNPROCESSABLE_CONTENT,
            LoginPage.newPassword(csrf.getToken(), PasswordWording.of(wrong)));
  }

  /// Somebody else wants to sign in than the one whose password was right.
  @NotAudited(NOBODYS)
  @PostMapping("/again")
  ResponseEntity<String> again(HttpServletRequest request) {
    LoginState.forget(request);
    return again();
  }

  private ResponseEntity<String> next(
      SignInOutcome outcome, HttpServletRequest request, HttpServletResponse response) {
    return switch (outcome) {
      case SignedIn(var account) -> done(account.id(), request, response);
      case SecondFactorNeeded(var account, var since) ->
          ask(account.id(), since, LoginState.Step.CODE, request);
      case NewPasswordNeeded(var account, var since) ->
          ask(account.id(), since, LoginState.Step.NEW_PASSWORD, request);
      case Refused _, LockedUntil _ -> throw new IllegalStateException("no step of a sign-in");
    };
  }

  private static ResponseEntity<String> ask(
      AccountId account, Instant since, LoginState.Step step, HttpServletRequest request) {
    LoginState.next(request, account, since, step);
    return again();
  }

  private ResponseEntity<String> done(
      AccountId account, HttpServletRequest request, HttpServletResponse response) {
    LoginState.forget(request);
    known.remember(BrowserCookie.kept(request, response), account);
    return to(browser.signedIn(account, request, response));
  }

  private static ResponseEntity<String> again() {
    return to(SignInChains.LOGIN);
  }

  private static ResponseEntity<String> to(String address) {
    return ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create(address)).build();
  }

  private String patience(LockedUntil locked) {
    long seconds = Math.max(1, Duration.between(clock.instant(), locked.until()).toSeconds());
    return seconds <= 90
        ? "Too many tries. Wait %d seconds, then try again.".formatted(seconds)
        : "Too many tries. Wait %d minutes, then try again.".formatted((seconds + 59) / 60);
  }

  private ResponseEntity<String> wait(LockedUntil locked, String page) {
    long seconds = Math.max(1, Duration.between(clock.instant(), locked.until()).toSeconds());
    return answer(ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS), page, seconds);
  }

  private static ResponseEntity<String> page(HttpStatus status, String page) {
    return answer(ResponseEntity.status(status), page, 0);
  }

  private static ResponseEntity<String> answer(
      ResponseEntity.BodyBuilder answer, String page, long wait) {
    if (wait > 0) {
      answer.header(HttpHeaders.RETRY_AFTER, Long.toString(wait));
    }
    return answer
        .contentType(HTML)
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .header("Content-Security-Policy", LoginPage.POLICY)
        .body(page);
  }
}
