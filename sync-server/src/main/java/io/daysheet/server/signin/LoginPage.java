package io.daysheet.server.signin;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.springframework.web.util.HtmlUtils;

/// The page on which people sign in, in the look of the desk. It runs no script and loads nothing.
///
/// What goes into it is escaped here.
final class LoginPage {

  private static final String STYLE =
      """
      :root{color-scheme:light dark;--fg:#1A222C;--muted:#52606E;--bg:#F6F8FA;--card:#FFF;--line:#CCD4DC;\
      --strong:#7B8793;--accent:#1F5FBF;--focus:#1F5FBF;--link:#1B57B0;--hover:#194F9F;--danger:#A9231B;--danger-bg:#FCECEA}
      @media(prefers-color-scheme:dark){:root{--fg:#E5EAF0;--muted:#A9B4C0;--bg:#181D23;--card:#1C2229;\
      --line:#3A444F;--strong:#76828F;--accent:#2D6BC9;--focus:#6FA5F2;--link:#8FB9F6;--hover:#2560B6;--danger:#FFA49B;--danger-bg:#3A1F1E}}
      *{box-sizing:border-box}
      body{margin:0;min-height:100vh;display:flex;flex-direction:column;align-items:center;justify-content:center;\
      background:var(--bg);color:var(--fg);font:13px/20px Inter,system-ui,sans-serif;padding:24px}
      svg{display:block}
      h1{font-size:24px;line-height:32px;font-weight:600;margin:24px 0 24px}
      main{width:100%;max-width:400px;background:var(--card);border:1px solid var(--line);border-radius:10px;padding:24px}
      h2{font-size:16px;line-height:24px;font-weight:600;margin:0 0 4px}
      p{margin:0 0 16px;color:var(--muted)}
      p.no{color:var(--danger);background:var(--danger-bg);border-radius:6px;padding:8px 12px}
      ul{margin:0;padding-left:16px}
      label{display:block;font-weight:500;margin:0 0 4px}
      input{display:block;width:100%;height:32px;margin:0 0 16px;padding:0 8px;font:inherit;color:inherit;\
      background:var(--card);border:1px solid var(--strong);border-radius:6px}
      input:focus-visible,button:focus-visible{outline:2px solid var(--focus);outline-offset:1px}
      button{height:32px;padding:0 12px;border:0;border-radius:6px;background:var(--accent);color:#FFF;\
      font:inherit;font-weight:500;cursor:pointer}
      button:hover{background:var(--hover)}
      .again{margin:16px 0 0;padding:12px 0 0;border-top:1px solid var(--line)}
      .link,.link:hover{padding:0;background:none;color:var(--link);text-decoration:underline;font-weight:400}
      """;

  /// What the page may do: its own style, and send its form here, from where the way leads back to
  /// the desk that waits on this machine.
  static final String POLICY =
      "default-src 'none'; style-src 'sha256-%s'; form-action 'self' http://127.0.0.1:*; frame-ancestors 'none'; base-uri 'none'"
          .formatted(hash(STYLE));

  private LoginPage() {}

  /// Asks for name and password.
  ///
  /// @param csrf proves that the form is sent from this page
  /// @param login what was typed before
  /// @param refused why they are asked again; empty the first time
  static String password(String csrf, String login, String refused) {
    return page(
        """
        <h2>Sign in</h2>
        <p>Your desk goes on by itself when you are signed in.</p>
        %s
        <form method="post" action="/login" autocomplete="on">
        %s
        <label for="login">Name</label>
        <input id="login" name="login" value="%s" autocomplete="username" autocapitalize="none" \
        spellcheck="false" maxlength="100" required %s>
        <label for="password">Password</label>
        <input id="password" name="password" type="password" autocomplete="current-password" \
        maxlength="1000" required %s>
        <button>Sign in</button>
        </form>
        """
            .formatted(
                refusal(refused),
                hidden(csrf),
                HtmlUtils.htmlEscape(login),
                login.isEmpty() ? "autofocus" : "",
                login.isEmpty() ? "" : "autofocus"));
  }

  /// Asks for the second factor.
  static String code(String csrf, String refused) {
    return page(
        """
        <h2>Enter your code</h2>
        <p>The six digits that your authenticator app shows now, or one of your recovery codes.</p>
        %s
        <form method="post" action="/login/code" autocomplete="off">
        %s
        <label for="code">Code</label>
        <input id="code" name="code" inputmode="text" autocomplete="one-time-code" maxlength="60" required autofocus>
        <button>Sign in</button>
        </form>
        %s
        """
            .formatted(refusal(refused), hidden(csrf), again(csrf)));
  }

  /// Asks for a password of their own in place of one that they were given.
  static String newPassword(String csrf, String refused) {
    return page(
        """
        <h2>Choose a password of your own</h2>
        <p>The one that you were given is good for this once. Twelve characters or more; a few words \
        are easier to keep in mind than figures.</p>
        %s
        <form method="post" action="/login/new-password" autocomplete="on">
        %s
        <label for="password">New password</label>
        <input id="password" name="password" type="password" autocomplete="new-password" \
        maxlength="1000" required autofocus>
        <label for="again">The same again</label>
        <input id="again" name="again" type="password" autocomplete="new-password" maxlength="1000" required>
        <button>Keep it and sign in</button>
        </form>
        %s
        """
            .formatted(refusal(refused), hidden(csrf), again(csrf)));
  }

  /// No desk waits for this sign-in.
  static String nowhere() {
    return page(
        """
        <h2>Begin at your desk</h2>
        <p>This page is of use only while a desk waits for a sign-in. Choose "Sign in" there, and it opens anew.</p>
        """);
  }

  private static String refusal(String refused) {
    return refused.isEmpty()
        ? ""
        : "<p class=\"no\" role=\"alert\">" + HtmlUtils.htmlEscape(refused) + "</p>";
  }

  /// The way back for whoever sees somebody else's step.
  private static String again(String csrf) {
    return """
    <form method="post" action="/login/again" class="again">
    %s
    <button class="link">Sign in as somebody else</button>
    </form>
    """
        .formatted(hidden(csrf));
  }

  private static String hidden(String csrf) {
    return "<input type=\"hidden\" name=\"_csrf\" value=\"" + HtmlUtils.htmlEscape(csrf) + "\">";
  }

  private static String page(String content) {
    return """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>Sign in to Daysheet</title>
    <style>%s</style>
    </head>
    <body>
    <svg width="42" height="42" viewBox="0 0 24 24" aria-hidden="true"><rect width="24" height="24" rx="5" \
    fill="#1F5FBF"/><g fill="#A5BFE5"><rect x="5" y="6" width="4" height="12" rx="1"/><rect x="10" y="14" \
    width="4" height="4" rx="1"/><rect x="15" y="6" width="4" height="12" rx="1"/></g><rect x="10" y="6" \
    width="4" height="6" rx="1" fill="#FFF"/></svg>
    <h1>Daysheet</h1>
    <main>
    %s
    </main>
    </body>
    </html>
    """
        .formatted(STYLE, content);
  }

  private static String hash(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(hash);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
