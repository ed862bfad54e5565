package io.daysheet.desktop.remote;

import io.daysheet.wire.WireJson;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import okhttp3.ConnectionSpec;
import okhttp3.Credentials;
import okhttp3.FormBody;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The tokens of a program that signs in for itself with a secret (OAuth 2.0 client credentials):
/// for the demo, for tests and for measuring. People sign in by themselves.
public final class ClientTokens implements AccessTokens {

  /// A token that has less than this left is replaced before it is used.
  private static final Duration RESERVE = Duration.ofSeconds(30);

  private static final JsonMapper JSON = WireJson.lenientMapper();

  private final HttpUrl endpoint;
  private final String proof;
  private final OkHttpClient http;
  private @Nullable String value;
  private long expires;

  public ClientTokens(String endpoint, String clientId, String clientSecret) {
    this.endpoint = HttpUrl.get(endpoint);
    this.proof = Credentials.basic(clientId, clientSecret);
    var builder = new OkHttpClient.Builder();
    if (!this.endpoint.isHttps()) {
      builder.connectionSpecs(List.of(ConnectionSpec.CLEARTEXT));
    }
    this.http = builder.callTimeout(Duration.ofSeconds(10)).build();
  }

  @Override
  public synchronized AccessToken current() throws IOException {
    String known = value;
    Duration left = Duration.ofNanos(expires - System.nanoTime());
    return known == null || left.compareTo(RESERVE) < 0 ? ask() : new AccessToken(known, left);
  }

  @Override
  public synchronized AccessToken insteadOf(String refused) throws IOException {
    if (refused.equals(value)) {
      value = null;
    }
    return current();
  }

  private AccessToken ask() throws IOException {
    Request request =
        new Request.Builder()
            .url(endpoint)
            .header("Authorization", proof)
            .post(new FormBody.Builder().add("grant_type", "client_credentials").build())
            .build();
    try (Response response = http.newCall(request).execute()) {
      if (!response.isSuccessful()) {
        throw new IOException("the sign-in was answered with " + response.code());
      }
      JsonNode answer = JSON.readTree(response.body().string());
      String token = answer.path("access_token").asString("");
      Duration left = Duration.ofSeconds(answer.path("expires_in").asLong(0));
      if (token.isEmpty()) {
        throw new IOException("the answer to the sign-in holds no token");
      }
      value = token;
      expires = System.nanoTime() + left.toNanos();
      return new AccessToken(token, left);
    } catch (JacksonException unreadable) {
      throw new IOException("the answer to the sign-in can't be read");
    }
  }
}
