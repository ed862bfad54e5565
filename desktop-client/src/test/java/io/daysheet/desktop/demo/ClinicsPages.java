package io.daysheet.desktop.demo;

import io.daysheet.desktop.signin.Browser;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;

/// A browser at the sign-in page of an OpenID provider that takes everybody for whom they say they
/// are.
public final class ClinicsPages implements Browser {

  private final HttpClient http =
      HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL).build();
  private volatile String user = "";
  private volatile String claims = "";

  /// Who is at the browser now.
  ///
  /// @param said of them in their tokens, as JSON
  public void now(String login, String said) {
    user = login;
    claims = said;
  }

  @Override
  public void open(URI page, Runnable failed) {
    Thread.ofVirtual()
        .name("clinics-pages")
        .start(() -> {
          try {
            signIn(page);
          } catch (IOException gone) {
            failed.run();
          } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
          }
        });
  }

  private void signIn(URI page) throws IOException, InterruptedException {
    String form = http.send(HttpRequest.newBuilder(page).build(), BodyHandlers.ofString()).body();
    if (!form.contains("name=\"username\"")) {
      throw new IOException("no form came");
    }
    int status =
        http.send(
                HttpRequest.newBuilder(page)
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(
                        BodyPublishers.ofString(
                            "username=" + encoded(user) + "&claims=" + encoded(claims)))
                    .build(),
                BodyHandlers.ofString())
            .statusCode();
    if (status != 200) {
      throw new IOException("the desk answered " + status);
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
