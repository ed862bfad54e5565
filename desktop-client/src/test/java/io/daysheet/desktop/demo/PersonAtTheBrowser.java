package io.daysheet.desktop.demo;

import io.daysheet.desktop.signin.Browser;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A browser, and somebody who signs in there: it keeps cookies, goes where it is sent, and the
/// person fills in the form that they see.
///
/// It is one browser for everybody at a desk, as in a clinic: what it kept of the one before must
/// not sign the next one in.
public final class PersonAtTheBrowser implements Browser {

  private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
  private static final Pattern ACTION = Pattern.compile("action=\"([^\"]+)\"");

  private final HttpClient http =
      HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final List<String> pages = new CopyOnWriteArrayList<>();
  private volatile DemoPeople.Person person;
  private volatile Supplier<String> code = () -> "";

  public PersonAtTheBrowser(DemoPeople.Person person) {
    this.person = person;
  }

  /// The next one sits down.
  public void now(DemoPeople.Person next) {
    person = next;
  }

  /// What the person shows where a code is asked for.
  public void shows(Supplier<String> next) {
    code = next;
  }

  /// Who was asked for a password, one after the other.
  public List<String> asked() {
    return List.copyOf(asked);
  }

  /// What the browser showed at the end of each sign-in.
  public List<String> pages() {
    return List.copyOf(pages);
  }

  @Override
  public void open(URI page, Runnable failed) {
    Thread.ofVirtual()
        .name("person-at-the-browser")
        .start(() -> {
          try {
            pages.add(signIn(page));
          } catch (IOException gone) {
            failed.run();
          } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
          }
        });
  }

  private String signIn(URI page) throws IOException, InterruptedException {
    HttpResponse<String> end = upToTheDesk(page);
    return isRedirect(end) ? get(desk(end)).body() : end.body();
  }

  /// Signs in, and says where the browser is sent with the answer instead of going there.
  public URI answer(URI page) throws IOException, InterruptedException {
    return desk(upToTheDesk(page));
  }

  private HttpResponse<String> upToTheDesk(URI page) throws IOException, InterruptedException {
    HttpResponse<String> form = follow(get(page));
    if (isRedirect(form)) {
      return form;
    }
    DemoPeople.Person now = person;
    asked.add(now.login());
    String typed =
        "_csrf=%s&login=%s&password=%s"
            .formatted(encoded(find(CSRF, form)), encoded(now.login()), encoded(now.password()));
    HttpResponse<String> next = follow(post(form, typed));
    if (next.body().contains("name=\"code\"")) {
      String step = "_csrf=" + encoded(find(CSRF, next)) + "&code=" + encoded(code.get());
      next = follow(post(next, step));
    }
    return next;
  }

  private HttpResponse<String> post(HttpResponse<String> form, String typed)
      throws IOException, InterruptedException {
    return http.send(
        HttpRequest.newBuilder(form.uri().resolve(find(ACTION, form)))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(typed))
            .build(),
        BodyHandlers.ofString());
  }

  /// Goes where it is sent at the same server.
  private HttpResponse<String> follow(HttpResponse<String> sent)
      throws IOException, InterruptedException {
    HttpResponse<String> seen = sent;
    while (isRedirect(seen) && desk(seen).getAuthority().equals(sent.uri().getAuthority())) {
      seen = get(desk(seen));
    }
    return seen;
  }

  private HttpResponse<String> get(URI page) throws IOException, InterruptedException {
    return http.send(HttpRequest.newBuilder(page).build(), BodyHandlers.ofString());
  }

  private static boolean isRedirect(HttpResponse<String> seen) {
    return seen.statusCode() / 100 == 3;
  }

  private static URI desk(HttpResponse<String> sent) throws IOException {
    String to =
        sent.headers()
            .firstValue("Location")
            .orElseThrow(() -> new IOException("nowhere to go, but " + sent.statusCode()));
    return sent.uri().resolve(to);
  }

  private static String find(Pattern pattern, HttpResponse<String> page) throws IOException {
    Matcher matcher = pattern.matcher(page.body());
    if (!matcher.find()) {
      throw new IOException("no form came, but " + page.statusCode());
    }
    return matcher.group(1);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
