package io.daysheet.desktop.remote;

import static org.assertj.core.api.Assertions.assertThat;

import io.daysheet.desktop.remote.SignInOutcome.NotSignedIn;
import io.daysheet.desktop.remote.SignInOutcome.SignedIn;
import io.daysheet.desktop.remote.SignInOutcome.Why;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import okhttp3.HttpUrl;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Where a desk lets itself be sent to sign in, and whose answers it takes.
class DiscoveryTest {

  private static final String ISS = "authorization_response_iss_parameter_supported";

  @AutoClose private final SignInAtHand at = new SignInAtHand();
  private final SignInPages pages = at.pages;

  private SignInOutcome signIn(String... more) throws Exception {
    Request _ = at.begin();
    URI page = at.page();
    String[] answer = new String[4 + more.length];
    System.arraycopy(new String[] {"code", "c", "state", SignInPages.state(page)}, 0, answer, 0, 4);
    System.arraycopy(more, 0, answer, 4, more.length);
    SignInPages.bring(page, answer);
    return at.end();
  }

  private void change(String from, String to) {
    pages.resource = pages.resource.replace(from, to);
    pages.metadata = pages.metadata.replace(from, to);
  }

  /// The first page is asked for nothing, so nobody types a password there.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "resource":"%1$s"                | "resource":"http://127.0.0.1:1"
          "resource":"%1$s"                | "resource":"%1$s/other"
          "resource":"%1$s",               | ''
          servers":["%1$s"]                | servers":[]
          servers":["%1$s"]                | servers":["http://login.example"]
          servers":["%1$s"]                | servers":["http://127.0.0.1.example:80"]
          servers":["%1$s"]                | servers":["%1$s?a=b"]
          "daysheet-desk"                  | ""
          "issuer":"%1$s"                  | "issuer":"%1$s/"
          "issuer":"%1$s",                 | ''
          endpoint":"%1$s/oauth2/authorize | endpoint":"http://login.example/oauth2/authorize
          endpoint":"%1$s/oauth2/authorize | endpoint":"javascript:alert(1)
          endpoint":"%1$s/oauth2/token     | endpoint":"http://192.168.1.7/oauth2/token
          endpoint":"%1$s/oauth2/revoke    | endpoint":"http://login.example/oauth2/revoke
          """)
  void whatCantBeTrueIsNotFollowed(String from, String to) throws Exception {
    assertThat(pages.resource + pages.metadata).contains(from);
    change(from, to);
    Request _ = at.begin();

    assertThat(at.end()).isEqualTo(new NotSignedIn(Why.BROKEN));
    assertThat(at.opened).isNotDone();
  }

  @Test
  void noRedirectIsFollowed() throws Exception {
    pages.exchange =
        new MockResponse.Builder().code(307).setHeader("Location", "/elsewhere").build();

    assertThat(signIn()).isEqualTo(new NotSignedIn(Why.REFUSED));
    assertThat(pages.server.getRequestCount()).as("resource, metadata, token").isEqualTo(3);
  }

  /// Each finds the metadata at another place of an issuer with a path.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "/.well-known/oauth-authorization-server/clinic",
        "/clinic/.well-known/openid-configuration"
      })
  void anIssuerMayHaveAPath(String wellKnown) throws Exception {
    pages.wellKnown = wellKnown;
    change("servers\":[\"%1$s\"", "servers\":[\"%1$s/clinic\"");
    change("issuer\":\"%1$s", "issuer\":\"%1$s/clinic");

    assertThat(signIn()).isInstanceOf(SignedIn.class);
  }

  @Test
  void theServerSaysAsWhichClientAndForWhatADeskComes() throws Exception {
    change("\"daysheet-desk\",\"scopes\":[]", "\"clinic-desk\",\"scopes\":[\"a\",\"b\"]");

    assertThat(signIn()).isInstanceOf(SignedIn.class);
    HttpUrl page = HttpUrl.get(at.page().toString());
    assertThat(page.queryParameter("client_id")).isEqualTo("clinic-desk");
    assertThat(page.queryParameter("scope")).isEqualTo("a b");
    assertThat(page.queryParameter("nonce")).isNull();
    assertThat(pages.tokenRequests.getFirst()).containsEntry("client_id", "clinic-desk");
  }

  /// RFC 9207: who is asked has to be who answers.
  @ParameterizedTest
  @CsvSource({
    "false, '',        true",
    "false, ours,      true",
    "false, another,   false",
    "true,  ours,      true",
    "true,  '',        false",
    "true,  another,   false"
  })
  void anotherIssuersAnswerIsNotTaken(boolean promised, String named, boolean taken)
      throws Exception {
    change("{\"issuer\"", "{\"" + ISS + "\":" + promised + ",\"issuer\"");
    String issuer = named.equals("ours") ? pages.address() : "https://another.example";

    SignInOutcome end = named.isEmpty() ? signIn() : signIn("iss", issuer);

    assertThat(end instanceof SignedIn).isEqualTo(taken);
    assertThat(pages.tokenRequests).hasSize(taken ? 1 : 0);
    if (!taken) {
      assertThat(end).isEqualTo(new NotSignedIn(Why.BROKEN));
    }
  }

  /// `%2$s` is what the desk asked for.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"iss":"%1$s","aud":"daysheet-desk","nonce":"%2$s"}             | true
          {"iss":"%1$s","aud":["other","daysheet-desk"],"nonce":"%2$s"}   | true
          {"iss":"%1$s","aud":"daysheet-desk","nonce":"another"}          | false
          {"iss":"%1$s","aud":"daysheet-desk"}                            | false
          {"iss":"%1$s","aud":"other","nonce":"%2$s"}                     | false
          {"iss":"https://a.example","aud":"daysheet-desk","nonce":"%2$s"} | false
          []                                                              | false
          nonsense                                                        | false
          """)
  void anIdentityTokenIsToThisSignInOrRefused(String claims, boolean taken) throws Exception {
    change("\"scopes\":[]", "\"scopes\":[\"openid\"]");
    Request _ = at.begin();
    URI page = at.page();
    String nonce = HttpUrl.get(page.toString()).queryParameter("nonce");
    pages.exchange =
        new MockResponse.Builder()
            .body(
                """
                {"access_token":"a","expires_in":300,"id_token":"e30.%s.s"}\
                """
                    .formatted(base64(claims.formatted(pages.address(), nonce))))
            .build();
    SignInPages.bring(page, "code", "c", "state", SignInPages.state(page));

    assertThat(at.end() instanceof SignedIn).isEqualTo(taken);
  }

  @Test
  void whoAsksWhoItIsWantsToBeTold() throws Exception {
    change("\"scopes\":[]", "\"scopes\":[\"openid\"]");

    assertThat(signIn()).isEqualTo(new NotSignedIn(Why.BROKEN));
  }

  private static String base64(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  /// The hospital's own authority vouches for both; the provider is not told which desk it is.
  @Test
  void aProviderElsewhereIsTrustedByTheSameFile(@TempDir Path folder) throws Exception {
    HeldCertificate authority = new HeldCertificate.Builder().certificateAuthority(0).build();
    try (SignInPages provider = new SignInPages();
        ServerAddress server = new ServerAddress(pages.address(), "Desk 1")) {
      provider.server.useHttps(certificate(authority).sslSocketFactory());
      provider.open();
      String there = "https://localhost:" + provider.server.getPort();
      provider.metadata = provider.metadata.replace("%1$s", there);
      change("servers\":[\"%1$s\"", "servers\":[\"" + there + "\"");
      Path file = Files.writeString(folder.resolve("ca.pem"), authority.certificatePem());
      Request _ = at.begin(server.trusting(TrustedAuthorities.in(file)), Duration.ofSeconds(30));
      URI page = at.page();
      SignInPages.bring(page, "code", "c", "state", SignInPages.state(page));

      assertThat(at.end()).isInstanceOf(SignedIn.class);
      assertThat(page.getScheme()).isEqualTo("https");
      var asked = Objects.requireNonNull(provider.server.takeRequest(1, TimeUnit.SECONDS));
      assertThat(asked.getHeaders().get(ServerAddress.DESK)).isNull();
    }
  }

  @Test
  void aProviderWhomNobodyVouchesForIsNotTrusted() throws Exception {
    try (SignInPages provider = new SignInPages()) {
      provider.server.useHttps(
          certificate(new HeldCertificate.Builder().certificateAuthority(0).build())
              .sslSocketFactory());
      provider.open();
      String there = "https://localhost:" + provider.server.getPort();
      change("servers\":[\"%1$s\"", "servers\":[\"" + there + "\"");
      Request _ = at.begin();

      assertThat(at.end()).isEqualTo(new NotSignedIn(Why.NOT_TRUSTED));
    }
  }

  private static HandshakeCertificates certificate(HeldCertificate authority) {
    return new HandshakeCertificates.Builder()
        .heldCertificate(
            new HeldCertificate.Builder()
                .addSubjectAlternativeName("localhost")
                .signedBy(authority)
                .build())
        .build();
  }
}
