package io.daysheet.desktop.remote;

import io.daysheet.desktop.remote.SignInOutcome.Why;
import io.daysheet.wire.WireJson;
import java.io.IOException;
import java.util.List;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Finds out where a server's people sign in. The server names who does that (RFC 9728), itself or
/// a provider, who says where the pages and the tokens are (RFC 8414 or OpenID Connect Discovery).
///
/// Whoever answers has to say that it is who was asked. Nothing of it is ever asked for in plain
/// text, except on this computer.
final class Discovery {

  private static final JsonMapper JSON = WireJson.lenientMapper();
  private static final String OPENID = "openid";

  private final ServerAddress address;

  Discovery(ServerAddress address) {
    this.address = address;
  }

  /// Where a desk signs in.
  ///
  /// @param issuer who signs in, as they name themselves
  /// @param client as which client a desk comes there
  /// @param scopes what it asks for
  /// @param saysWho whether each answer names its issuer (RFC 9207)
  record Place(
      String issuer,
      HttpUrl authorize,
      TokenEndpoint tokens,
      String client,
      List<String> scopes,
      boolean saysWho) {

    /// Whether the tokens come with one that tells whose they are.
    boolean identifies() {
      return scopes.contains(OPENID);
    }

    /// Whether an answer that names that issuer can be theirs.
    boolean isFrom(@Nullable String named) {
      return named == null ? !saysWho : named.equals(issuer);
    }
  }

  Place find() throws IOException {
    JsonNode server = answer(address.client(), address.at(".well-known/oauth-protected-resource"));
    HttpUrl resource = HttpUrl.parse(server.path("resource").asString(""));
    if (resource == null || !address.isAt(resource)) {
      throw new SignInFailed(Why.BROKEN);
    }
    String issuer = server.path("authorization_servers").path(0).asString("");
    HttpUrl at = safe(issuer);
    if (at.encodedQuery() != null || at.encodedFragment() != null) {
      throw new SignInFailed(Why.BROKEN);
    }
    OkHttpClient http = address.signInClient(at);
    JsonNode said = metadata(http, issuer, at);
    JsonNode desk = server.path("daysheet_desk");
    String client = desk.path("client_id").asString("");
    if (client.isEmpty()) {
      throw new SignInFailed(Why.BROKEN);
    }
    String revocation = said.path("revocation_endpoint").asString("");
    var tokens =
        new TokenEndpoint(
            http,
            safe(said.path("token_endpoint").asString("")),
            revocation.isEmpty() ? null : safe(revocation),
            client);
    return new Place(
        issuer,
        safe(said.path("authorization_endpoint").asString("")),
        tokens,
        client,
        desk.path("scopes").valueStream().map(scope -> scope.asString("")).toList(),
        said.path("authorization_response_iss_parameter_supported").asBoolean(false));
  }

  /// What the issuer says of itself: the first that names it.
  private static JsonNode metadata(OkHttpClient http, String issuer, HttpUrl at)
      throws IOException {
    String path = at.encodedPath().replaceFirst("/$", "");
    for (String place :
        List.of(
            "/.well-known/oauth-authorization-server" + path,
            path + "/.well-known/openid-configuration")) {
      JsonNode said = answerIfAny(http, at.newBuilder().encodedPath(place).build());
      if (said != null && said.path("issuer").asString("").equals(issuer)) {
        return said;
      }
    }
    throw new SignInFailed(Why.BROKEN);
  }

  private static JsonNode answer(OkHttpClient http, HttpUrl url) throws IOException {
    JsonNode said = answerIfAny(http, url);
    if (said == null) {
      throw new SignInFailed(Why.BROKEN);
    }
    return said;
  }

  /// Null if there is nothing at that place, or nothing that can be read.
  private static @Nullable JsonNode answerIfAny(OkHttpClient http, HttpUrl url) throws IOException {
    var request = new okhttp3.Request.Builder().url(url).build();
    try (Response response = http.newCall(request).execute()) {
      if (response.code() >= 500 || response.code() == 429) {
        throw new SignInFailed(Why.NO_ANSWER);
      }
      return response.isSuccessful() ? JSON.readTree(response.body().string()) : null;
    } catch (JacksonException unreadable) {
      return null;
    }
  }

  /// Encrypted, or on this computer where the server itself is.
  private HttpUrl safe(String text) throws SignInFailed {
    HttpUrl url = HttpUrl.parse(text);
    if (url == null || !(url.isHttps() || (!address.isHttps() && isThisComputer(url.host())))) {
      throw new SignInFailed(Why.BROKEN);
    }
    return url;
  }

  private static boolean isThisComputer(String host) {
    return host.equals("localhost")
        || host.equals("::1")
        || host.matches("127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}");
  }
}
