package io.daysheet.server.signin;

import static org.assertj.core.api.Assertions.assertThat;

import io.daysheet.identity.AccountId;
import io.daysheet.server.Api;
import io.daysheet.server.Api.Answer;
import io.daysheet.server.Clinic;
import io.daysheet.server.ServerTest;
import io.daysheet.server.TestAccounts;
import io.daysheet.server.identity.Accounts;
import io.daysheet.server.identity.Passwords;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.token.DefaultOAuth2TokenCallback;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/// A server whose people an OpenID provider signs in, which is another program.
@ServerTest
class ProviderIT {

  private static final String HOSPITAL = "hospital";
  private static final MockOAuth2Server PROVIDER = new MockOAuth2Server();

  @LocalServerPort int port;
  @Autowired JdbcClient jdbc;
  @Autowired Accounts accounts;
  @Autowired Passwords passwords;

  private UUID own;
  private UUID foreign;

  @DynamicPropertySource
  static void startTheProvider(DynamicPropertyRegistry properties) {
    PROVIDER.start();
    properties.add("spring.security.oauth2.resourceserver.jwt.issuer-uri", ProviderIT::issuer);
    properties.add("daysheet.signin.provider.roles-claim", () -> "realm_access.roles");
    properties.add("daysheet.signin.provider.roles.front-desk", () -> "receptionist");
    properties.add("daysheet.signin.provider.hospitals-claim", () -> "hospitals");
    properties.add("daysheet.signin.provider.desk-scopes", () -> "openid,offline_access");
    properties.add("daysheet.signin.provider.desk-client-id", () -> "clinic-desk");
  }

  private static String issuer() {
    return PROVIDER.issuerUrl(HOSPITAL).toString();
  }

  @AfterAll
  static void stopTheProvider() {
    PROVIDER.shutdown();
  }

  @BeforeEach
  void twoHospitals() {
    var clinic = new Clinic(jdbc);
    own = clinic.hospital("Own " + UUID.randomUUID(), "Europe/Berlin").value();
    foreign = clinic.hospital("Foreign " + UUID.randomUUID(), "Europe/Berlin").value();
  }

  @Test
  void itsTokensAreTakenWithTheRolesAndHospitalsThatTheyName() {
    String token = token(claims("anna", "front-desk"));
    assertThat(ask(token, "/schedule?date=2030-03-12&hospital=" + own).status()).isEqualTo(200);
    assertThat(ask(token, "/schedule?date=2030-03-12&hospital=" + foreign).status()).isEqualTo(403);
    assertThat(ask(token(claims("anna", "auditor")), "/patients?query=kowal").status())
        .as("an auditor reads no patients")
        .isEqualTo(403);
    assertThat(ask(token(claims("anna", "something")), "/hospitals").status())
        .as("a role that is not known here is none")
        .isEqualTo(403);
  }

  /// Their hospitals are the administrator's word, not the provider's, and so is that they are out.
  @Test
  void anAccountThatIsKeptHereSaysWhereAndWhether() {
    String login = "kept-" + UUID.randomUUID();
    UUID account = TestAccounts.account(jdbc, login, "Kept Here", "AUDITOR");
    String token = token(claims(login, "receptionist"));
    assertThat(ask(token, "/schedule?date=2030-03-12&hospital=" + foreign).status())
        .as("at every hospital, and with the provider's role")
        .isEqualTo(200);
    jdbc.sql("update account set active = false where id = ?").param(account).update();
    accounts.refresh();
    assertThat(ask(token, "/hospitals").status()).isEqualTo(401);
  }

  @Test
  void nobodyIsADoctorOrAPatientOfWhomNothingIsKeptHere() {
    assertThat(ask(token(claims("otto", "doctor")), "/hospitals").status()).isEqualTo(403);
    assertThat(ask(token(claims("otto", "patient")), "/hospitals").status()).isEqualTo(403);
  }

  /// As the provider's own programs come by one: code, PKCE and exchange.
  @Test
  void aTokenFromTheProvidersOwnSignInIsTaken() {
    PROVIDER.enqueueCallback(
        new DefaultOAuth2TokenCallback(
            HOSPITAL, "berta", "at+jwt", List.of("daysheet"), claims("berta", "scheduler"), 300));
    Answer exchanged = signInThere();
    assertThat(exchanged.status()).as(exchanged.text()).isEqualTo(200);
    String token = exchanged.json().get("access_token").asString();
    assertThat(ask(token, "/schedule?date=2030-03-12&hospital=" + own).status()).isEqualTo(200);
    assertThat(ask(token, "/audit").status()).isNotEqualTo(200);
  }

  @Test
  void whatIsNotItsOrNotForUsIsRefused() {
    Map<String, Object> claims = claims("anna", "front-desk");
    assertThat(refused(issue("another-issuer", "daysheet", claims, 300))).isTrue();
    assertThat(refused(issue(HOSPITAL, "another-program", claims, 300))).isTrue();
    assertThat(refused(issue(HOSPITAL, "daysheet", claims, -60))).isTrue();
    String good = token(claims);
    assertThat(refused(good)).isFalse();
    assertThat(refused(good.substring(0, good.lastIndexOf('.') + 1))).as("unsigned").isTrue();
    assertThat(refused(good.replaceFirst("\\.[^.]*\\.", ".e30."))).as("changed").isTrue();
  }

  /// Two ways in would be one too many.
  @Test
  void nobodySignsInHere() {
    Api nobody = Api.on(port).anonymous();
    for (String page : List.of("//login", "//oauth2/authorize", "//oauth2/jwks")) {
      assertThat(nobody.get(page).status()).as(page).isEqualTo(401);
    }
    assertThat(nobody.post("//oauth2/token", "grant_type=client_credentials").status())
        .isEqualTo(401);
  }

  @Test
  void aDeskIsToldWhereToSignInAndAsWhat() {
    JsonNode metadata =
        Api.on(port).anonymous().get("//.well-known/oauth-protected-resource").json();
    assertThat(metadata.get("authorization_servers").toString())
        .isEqualTo("[\"" + issuer() + "\"]");
    assertThat(metadata.at("/daysheet_desk/client_id").asString()).isEqualTo("clinic-desk");
    assertThat(metadata.at("/daysheet_desk/scopes").toString())
        .isEqualTo("[\"openid\",\"offline_access\"]");
  }

  /// The sign-in is the provider's: wrong PINs could not end it. What was kept from before does not
  /// count either.
  @Test
  void nobodyHasAPin() {
    String login = "pin-" + UUID.randomUUID();
    AccountId account = new AccountId(TestAccounts.account(jdbc, login, "Kept", "SCHEDULER"));
    jdbc.sql("insert into pin (account_id, hash, changed_at) values (?, '\\x00', now())")
        .param(account.value())
        .update();
    passwords.giveLasting(account, "seven quiet lamps on a hill");
    String token = token(claims(login, "scheduler"));

    JsonNode me = ask(token, "/me").json();
    assertThat(me.get("pin").asBoolean()).isFalse();
    assertThat(me.get("password").asBoolean()).isFalse();
    Api api = Api.on(port).anonymous();
    Answer set =
        api.send("PUT", "/me/pin", "{\"pin\":\"274915\"}", "Authorization", "Bearer " + token);
    assertThat(set.code()).isEqualTo("full-sign-in-needed");
    Answer unlock =
        api.send("POST", "/me/unlock", "{\"pin\":\"1\"}", "Authorization", "Bearer " + token);
    assertThat(unlock.code()).isEqualTo("full-sign-in-needed");
  }

  private static Answer signInThere() {
    URI server = PROVIDER.baseUrl().uri();
    var desk =
        new DeskClient(
            new Api(HttpClient.newHttpClient(), server, null), Secrets.make() + Secrets.make());
    String page = desk.authorize().replace("/oauth2/", "/" + HOSPITAL + "/") + "&scope=openid";
    return desk.form(
        "/" + HOSPITAL + "/token",
        "grant_type=authorization_code&client_id=daysheet-desk&code="
            + Api.encoded(Browser.open(server, page).told("code"))
            + "&redirect_uri="
            + Api.encoded(DeskClient.CALL_BACK)
            + "&code_verifier="
            + desk.verifier());
  }

  private boolean refused(String token) {
    return ask(token, "/hospitals").status() == 401;
  }

  private Answer ask(String token, String path) {
    return Api.on(port).anonymous().send("GET", path, null, "Authorization", "Bearer " + token);
  }

  private Map<String, Object> claims(String login, String role) {
    return Map.of(
        "preferred_username",
        login,
        "name",
        "Somebody",
        "realm_access",
        Map.of("roles", List.of(role, "offline_access")),
        "hospitals",
        List.of(own.toString(), "no id"));
  }

  private static String token(Map<String, Object> claims) {
    return issue(HOSPITAL, "daysheet", claims, 300);
  }

  private static String issue(
      String issuer, String audience, Map<String, Object> claims, long seconds) {
    return PROVIDER.issueToken(issuer, "subject", audience, claims, seconds).serialize();
  }
}
