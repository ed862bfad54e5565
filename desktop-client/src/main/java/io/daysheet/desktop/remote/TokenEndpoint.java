package io.daysheet.desktop.remote;

import io.daysheet.desktop.remote.SignInOutcome.Why;
import io.daysheet.wire.WireJson;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import okhttp3.FormBody;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Where codes and refresh tokens become access tokens.
///
/// No request is sent twice by itself: a refresh token counts once, and the server takes one that
/// comes again for a stolen one.
final class TokenEndpoint {

  private static final JsonMapper JSON = WireJson.lenientMapper();

  private final OkHttpClient http;
  private final HttpUrl token;
  private final @Nullable HttpUrl revocation;
  private final String client;

  TokenEndpoint(OkHttpClient http, HttpUrl token, @Nullable HttpUrl revocation, String client) {
    this.http = http.newBuilder().retryOnConnectionFailure(false).build();
    this.token = token;
    this.revocation = revocation;
    this.client = client;
  }

  /// What came, and when the server says it is.
  ///
  /// @param identity says who was signed in; empty if nothing does
  /// @param date the header; null if it has none
  record Given(Grant grant, String identity, @Nullable String date) {

    /// Never a token: it would end up in logs.
    @Override
    public String toString() {
      return "Given[]";
    }
  }

  Given exchange(String code, String redirect, Pkce pkce) throws IOException {
    return ask(
        form("authorization_code")
            .add("code", code)
            .add("redirect_uri", redirect)
            .add("code_verifier", pkce.verifier())
            .build());
  }

  /// The spent token is wiped, whatever comes.
  Grant refresh(char[] refresh) throws IOException {
    try {
      return ask(form("refresh_token").add("refresh_token", new String(refresh)).build()).grant();
    } finally {
      Arrays.fill(refresh, '\0');
    }
  }

  /// Tells the server that the session is over. That it may not hear it is its loss of minutes: the
  /// session ends there by itself.
  void revoke(char[] refresh) throws IOException {
    try {
      if (revocation != null) {
        FormBody form =
            new FormBody.Builder()
                .add("client_id", client)
                .add("token_type_hint", "refresh_token")
                .add("token", new String(refresh))
                .build();
        http.newCall(new okhttp3.Request.Builder().url(revocation).post(form).build())
            .execute()
            .close();
      }
    } finally {
      Arrays.fill(refresh, '\0');
    }
  }

  private FormBody.Builder form(String grantType) {
    return new FormBody.Builder().add("grant_type", grantType).add("client_id", client);
  }

  private Given ask(FormBody form) throws IOException {
    okhttp3.Request request = new okhttp3.Request.Builder().url(token).post(form).build();
    try (Response response = http.newCall(request).execute()) {
      String body = response.body().string();
      if (response.code() >= 500 || response.code() == 429) {
        throw new SignInFailed(Why.NO_ANSWER);
      }
      if (!response.isSuccessful()) {
        throw new SignInFailed(Why.REFUSED);
      }
      JsonNode answer = JSON.readTree(body);
      return new Given(
          grant(answer), answer.path("id_token").asString(""), response.header("Date"));
    } catch (JacksonException unreadable) {
      throw new SignInFailed(Why.BROKEN);
    }
  }

  private static Grant grant(JsonNode answer) throws SignInFailed {
    String access = answer.path("access_token").asString("");
    String refresh = answer.path("refresh_token").asString("");
    long seconds = answer.path("expires_in").asLong(0);
    if (access.isEmpty() || seconds <= 0) {
      throw new SignInFailed(Why.BROKEN);
    }
    return new Grant(
        access, Duration.ofSeconds(seconds), refresh.isEmpty() ? null : refresh.toCharArray());
  }
}
