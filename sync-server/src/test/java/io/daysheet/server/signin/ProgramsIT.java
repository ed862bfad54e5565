package io.daysheet.server.signin;

import static org.assertj.core.api.Assertions.assertThat;

import io.daysheet.server.Api;
import io.daysheet.server.Api.Answer;
import io.daysheet.server.ServerTest;
import io.daysheet.server.TestAccounts;
import io.daysheet.server.identity.Accounts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Programs sign in with a secret, and nobody gets in without.
@ServerTest
class ProgramsIT {

  private static final String FORM = "application/x-www-form-urlencoded";

  @LocalServerPort int port;
  @Autowired JdbcClient jdbc;
  @Autowired Accounts accounts;
  @Autowired ProgramClients clients;
  private Api api;

  @BeforeEach
  void connect() {
    api = Api.on(port).anonymous();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/hospitals",
        "/patients?query=a",
        "/no-such-thing",
        "/changes",
        "//no-such-page",
        "//oauth2/introspect"
      })
  void withoutATokenNothingIsTold(String path) {
    Answer answer = api.get(path);
    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.code()).isEqualTo("unauthenticated");
    assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer");
    assertThat(answer.header("Set-Cookie")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Bearer x", "Bearer a.b.c", "Bearer", "Bearer  ", "Basic dTpw", "bearer#"})
  void whatIsNoTokenIsRefusedAsSuch(String authorization) {
    Answer answer = api.send("GET", "/hospitals", null, "Authorization", authorization);
    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.code()).isEqualTo("unauthenticated");
    assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
  }

  @Test
  void whatIsOpenIsHealthAndTheDocument() {
    assertThat(api.get("//actuator/health/readiness").status()).isEqualTo(200);
    assertThat(api.get("//v3/api-docs").status()).isEqualTo(200);
    assertThat(api.get("//docs").status()).isEqualTo(302);
    assertThat(api.get("//oauth2/jwks").json().at("/keys/0").has("d")).isFalse();
    assertThat(api.get("//oauth2/jwks").json().at("/keys/0/n").asString()).hasSizeGreaterThan(340);
    var metadata = api.get("//.well-known/oauth-authorization-server").json();
    assertThat(metadata.get("token_endpoint").asString())
        .isEqualTo("http://127.0.0.1:" + port + "/oauth2/token");
    assertThat(metadata.get("code_challenge_methods_supported").toString()).isEqualTo("[\"S256\"]");
    assertThat(metadata.has("introspection_endpoint")).isFalse();
    assertThat(metadata.get("authorization_response_iss_parameter_supported").asBoolean()).isTrue();
  }

  @Test
  void whoFindsTheServerIsToldWhereToSignIn() {
    String own = "http://127.0.0.1:" + port;
    var metadata = api.get("//.well-known/oauth-protected-resource").json();
    assertThat(metadata.get("resource").asString()).isEqualTo(own);
    assertThat(metadata.get("authorization_servers").toString()).isEqualTo("[\"" + own + "\"]");
    assertThat(metadata.get("scopes_supported").toString()).contains("schedule:read");
    assertThat(metadata.has("tls_client_certificate_bound_access_tokens")).isFalse();
    assertThat(metadata.at("/daysheet_desk/client_id").asString()).isEqualTo("daysheet-desk");
    assertThat(metadata.at("/daysheet_desk/scopes").toString()).isEqualTo("[]");
    assertThat(api.anonymous().get("//.well-known/oauth-protected-resource/more").status())
        .isEqualTo(401);
  }

  @Test
  void aProgramGetsATokenForItsAccount() {
    Answer answer = token(TestAccounts.DESK, TestAccounts.secret(TestAccounts.DESK), "");
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    assertThat(answer.json().get("token_type").asString()).isEqualTo("Bearer");
    assertThat(answer.json().get("expires_in").asInt()).isBetween(290, 300);
    assertThat(answer.json().has("refresh_token")).isFalse();
    assertThat(answer.header("Cache-Control")).contains("no-store");
    assertThat(with(answer).status()).isEqualTo(200);
  }

  @Test
  void aWrongSecretAndAnUnknownClientLookTheSame() {
    Answer wrong = token(TestAccounts.DESK, "wrong", "");
    Answer unknown = token("nobody", "wrong", "");
    assertThat(wrong.status()).isEqualTo(401);
    assertThat(unknown.status()).isEqualTo(401);
    assertThat(wrong.text()).isEqualTo(unknown.text()).contains("invalid_client");
  }

  @Test
  void whoProvesItselfInTheHeaderIsToldTheSchemeThere() {
    Answer wrong =
        api.send(
            "POST",
            "//oauth2/token",
            "grant_type=client_credentials",
            "Content-Type",
            FORM,
            "Authorization",
            "Basic bm9ib2R5Ondyb25n");
    assertThat(wrong.status()).isEqualTo(401);
    assertThat(wrong.header("WWW-Authenticate")).isEqualTo("Basic realm=\"daysheet\"");
    assertThat(wrong.text()).isEqualTo("{\"error\":\"invalid_client\"}");
  }

  @Test
  void anIntegrationGetsItsScopesAndNoOther() {
    var account = TestAccounts.account(jdbc, "lab", "Lab", "INTEGRATION");
    jdbc.sql("update client set scopes = '{schedule:read,patients:read}' where id = 'lab'")
        .update();
    assertThat(account).isNotNull();
    assertThat(token("lab", TestAccounts.secret("lab"), "").json().get("scope").asString())
        .contains("schedule:read", "patients:read");
    assertThat(
            token("lab", TestAccounts.secret("lab"), "&scope=patients:read")
                .json()
                .get("scope")
                .asString())
        .isEqualTo("patients:read");
    Answer more = token("lab", TestAccounts.secret("lab"), "&scope=patients:write");
    assertThat(more.status()).isEqualTo(400);
    assertThat(more.text()).contains("invalid_scope");
  }

  @Test
  void theTokenOfADeactivatedAccountIsWorthNothing() {
    TestAccounts.account(jdbc, "leaver", "Leaver", "SCHEDULER");
    Answer token = token("leaver", TestAccounts.secret("leaver"), "");
    assertThat(with(token).status()).isEqualTo(200);
    jdbc.sql("update account set active = false where login = 'leaver'").update();
    accounts.refresh();
    assertThat(with(token).status()).isEqualTo(401);
    assertThat(token("leaver", TestAccounts.secret("leaver"), "").status()).isEqualTo(401);
  }

  @Test
  void theTokenOfADeactivatedClientIsWorthNothing() {
    TestAccounts.account(jdbc, "old-script", "Old script", "SCHEDULER");
    Answer token = token("old-script", TestAccounts.secret("old-script"), "");
    assertThat(with(token).status()).isEqualTo(200);
    jdbc.sql("update client set active = false where id = 'old-script'").update();
    clients.refresh();
    assertThat(with(token).status()).isEqualTo(401);
    assertThat(token("old-script", TestAccounts.secret("old-script"), "").status()).isEqualTo(401);
  }

  @Test
  void aTokenThatItsProgramGivesBackIsWorthNothingAtOnce() {
    Answer token = token(TestAccounts.OTHER, TestAccounts.secret(TestAccounts.OTHER), "");
    assertThat(with(token).status()).isEqualTo(200);
    String value = token.json().get("access_token").asString();
    // another client can't
    assertThat(
            form(
                    "/oauth2/revoke",
                    TestAccounts.DESK,
                    TestAccounts.secret(TestAccounts.DESK),
                    "token=" + value)
                .status())
        .isEqualTo(400);
    assertThat(with(token).status()).isEqualTo(200);
    assertThat(
            form(
                    "/oauth2/revoke",
                    TestAccounts.OTHER,
                    TestAccounts.secret(TestAccounts.OTHER),
                    "token=" + value)
                .status())
        .isEqualTo(200);
    assertThat(with(token).status()).isEqualTo(401);
  }

  @Test
  void noSecretAndNoTokenIsInTheDatabase() {
    Answer token = token(TestAccounts.DESK, TestAccounts.secret(TestAccounts.DESK), "");
    String value = token.json().get("access_token").asString();
    String rows =
        jdbc.sql(
                """
                select (select string_agg(s::text, '') from session s)
                  || (select string_agg(c::text, '') from client c)
                """)
            .query(String.class)
            .single();
    assertThat(rows)
        .doesNotContain(value.substring(value.lastIndexOf('.')))
        .doesNotContain(TestAccounts.secret(TestAccounts.DESK));
  }

  private Answer with(Answer token) {
    return api.send(
        "GET",
        "/hospitals",
        null,
        "Authorization",
        "Bearer " + token.json().get("access_token").asString());
  }

  private Answer token(String client, String secret, String more) {
    return form("/oauth2/token", client, secret, "grant_type=client_credentials" + more);
  }

  private Answer form(String path, String client, String secret, String body) {
    return api.send(
        "POST",
        "/" + path,
        body + "&client_id=" + client + "&client_secret=" + secret,
        "Content-Type",
        FORM);
  }
}
