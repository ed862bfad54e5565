package io.daysheet.server.users;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import io.daysheet.server.Api;
import io.daysheet.server.Api.Answer;
import io.daysheet.server.ServerTest;
import io.daysheet.server.TestAccounts;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/// An administrator gives programs their way in, and takes it away.
@ServerTest
class ClientsIT {

  @LocalServerPort int port;
  @Autowired JdbcClient jdbc;

  private Api admin;
  private Api nobody;
  private UUID account;
  private String id;

  @BeforeEach
  void anAdministratorAndAProgramsAccount() {
    TestAccounts.account(jdbc, "clients-admin", "Ada", "ADMIN");
    account = TestAccounts.account(jdbc, "lab-system", "Lab", "INTEGRATION");
    admin = Api.on(port).as("clients-admin");
    nobody = admin.anonymous();
    id = "lab-" + UUID.randomUUID();
  }

  @Test
  void aSecretIsAnsweredOnceAndGetsATokenOfItsScopes() {
    Answer made = create("");
    assertThat(made.status()).as(made.text()).isEqualTo(201);
    assertThat(made.header("ETag")).isEqualTo("\"1\"");
    String secret = made.json().get("clientSecret").asString();
    Answer found = admin.get(made.header("Location"));
    assertThat(found.json()).isEqualTo(made.json().get("client"));
    assertThat(found.json().get("secret").asBoolean()).isTrue();
    assertThat(found.text()).doesNotContain(secret);
    assertThat(found.json().get("lastUsedAt").isNull()).isTrue();
    assertThat(found.json().get("accountName").asString()).isEqualTo("Lab");
    assertThat(admin.get("/clients?limit=200").text()).contains(id).doesNotContain(secret);

    Answer token = token(secret);
    assertThat(token.json().get("scope").asString()).isEqualTo("directory:read");
    assertThat(with(token).status()).isEqualTo(200);
    assertThat(admin.get("/clients/" + id).json().get("lastUsedAt").asString()).isNotBlank();
    assertThat(create("").code()).isEqualTo("client-id-taken");
  }

  @Test
  void whatIsPutOutOfServiceIsOutAtOnceAndComesBack() {
    String secret = create("").json().get("clientSecret").asString();
    Answer token = token(secret);
    assertThat(change(1, false).json().get("active").asBoolean()).isFalse();
    assertThat(with(token).status()).isEqualTo(401);
    assertThat(token(secret).status()).isEqualTo(401);

    Answer stale = change(1, true);
    assertThat(stale.status()).isEqualTo(412);
    assertThat(stale.json().at("/current/version").asInt()).isEqualTo(2);
    assertThat(change(2, true).status()).isEqualTo(200);
    assertThat(with(token(secret)).status()).isEqualTo(200);
    assertThat(with(token).status()).as("what was over stays over").isEqualTo(401);
  }

  @Test
  void anotherSecretEndsTheOldOneAndItsTokens() {
    String secret = create("").json().get("clientSecret").asString();
    Answer token = token(secret);
    Answer other = admin.post("/clients/" + id + "/rotate-secret", "");
    assertThat(other.json().get("clientId").asString()).isEqualTo(id);
    assertThat(with(token).status()).isEqualTo(401);
    assertThat(token(secret).status()).isEqualTo(401);
    assertThat(with(token(other.json().get("clientSecret").asString())).status()).isEqualTo(200);
    assertThat(admin.post("/clients/nobody/rotate-secret", "").status()).isEqualTo(404);
  }

  @Test
  void publicKeysTakeTheSecretsPlaceAndPrivateOnesAreRefused() throws JOSEException {
    RSAKey key = new RSAKeyGenerator(2048).keyID("lab-1").generate();
    Answer made = create(jwks(new JWKSet(key.toPublicJWK())));
    assertThat(made.status()).as(made.text()).isEqualTo(201);
    assertThat(made.json().get("clientSecret").isNull()).isTrue();
    assertThat(made.json().at("/client/keys").toString()).isEqualTo("[\"lab-1\"]");
    assertThat(made.json().at("/client/secret").asBoolean()).isFalse();

    assertRefused("{\"keys\":[" + key.toJSONString() + "]}");
    assertRefused("{\"keys\":[]}");
    assertRefused("{\"keys\":[{\"kty\":\"oct\",\"k\":\"c2VjcmV0\"}]}");
    assertRefused("{\"keys\":\"none\"}");
    assertRefused("{\"keys\":[{\"kty\":\"RSA\",\"n\":\"AQAB\",\"e\":\"AQAB\"}]}");
    assertRefused(new JWKSet(new ECKeyGenerator(Curve.P_384).generate().toPublicJWK()).toString());
  }

  private void assertRefused(String jwks) {
    id = "other-" + UUID.randomUUID();
    Answer refused = create(",\"jwks\":" + jwks);
    assertThat(refused.status()).as(refused.text()).isEqualTo(422);
    assertThat(refused.json().at("/violations/0/expected").asString()).isEqualTo("PUBLIC_KEYS");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"id":"UP","name":"A","accountId":"{lab}","scopes":["all"]}         | 422 | invalid-value invalid-value
          {"id":"ok-id","name":"A","accountId":"{person}","scopes":[]}        | 422 | invalid-value
          {"id":"ok-id","name":"A","accountId":"0b5e0002-0000-4000-8000-00000000dead","scopes":[]} | 404 | invalid-value
          {"id":"daysheet-desk","name":"A","accountId":"{lab}","scopes":[]}   | 409 | client-id-taken
          {"id":"ok-id"}                                                      | 400 | missing-field missing-field missing-field
          """)
  void whatAClientCannotBeIsRefused(String body, int status, String codes) {
    Answer refused =
        admin.post(
            "/clients",
            body.replace("{lab}", account.toString())
                .replace("{person}", TestAccounts.id("clients-admin").toString()));
    assertThat(refused.status()).as(refused.text()).isEqualTo(status);
    assertThat(refused.violations()).containsExactly(codes.split(" "));
  }

  @Test
  void whoDidItIsInTheAudit() {
    create("");
    admin.post("/clients/" + id + "/rotate-secret", "");
    assertThat(
            jdbc.sql(
                    """
                    select action || ' ' || account_name from audit_entry
                    where subject_id = ? and action like 'client-%' order by era desc, xid desc, id desc
                    limit 2
                    """)
                .param(account)
                .query(String.class)
                .list())
        .containsExactly("client-changed Ada", "client-created Ada");
  }

  private Answer create(String more) {
    return admin.post(
        "/clients",
        """
        {"id":"%s","name":"Lab","accountId":"%s","scopes":["directory:read"]%s}
        """
            .formatted(id, account, more));
  }

  private static String jwks(JWKSet keys) {
    return ",\"jwks\":" + keys;
  }

  private Answer change(int version, boolean active) {
    return admin.send(
        "PUT",
        "/clients/" + id,
        "{\"name\":\"Lab\",\"scopes\":[\"directory:read\"],\"active\":%s}".formatted(active),
        "If-Match",
        "\"" + version + "\"");
  }

  private Answer token(String secret) {
    return nobody.send(
        "POST",
        "//oauth2/token",
        "grant_type=client_credentials&client_id=" + id + "&client_secret=" + secret,
        "Content-Type",
        "application/x-www-form-urlencoded");
  }

  private Answer with(Answer token) {
    String bearer = "Bearer " + token.json().path("access_token").asString("");
    return nobody.send("GET", "/hospitals", null, "Authorization", bearer);
  }
}
