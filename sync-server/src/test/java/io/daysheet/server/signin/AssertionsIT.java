package io.daysheet.server.signin;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import io.daysheet.identity.AccountId;
import io.daysheet.server.Api;
import io.daysheet.server.Api.Answer;
import io.daysheet.server.ServerTest;
import io.daysheet.server.TestAccounts;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Programs prove who they are by what they sign; nothing else that is signed gets them in.
@ServerTest
class AssertionsIT {

  private static final String CLIENT = "signing-lab";

  private static final RSAKey RSA = rsa();
  private static final ECKey EC = ec();

  @LocalServerPort int port;
  @Autowired JdbcClient jdbc;
  @Autowired ProgramClients clients;
  @Autowired InstantSource clock;
  private Api api;

  @BeforeEach
  void register() {
    api = Api.on(port).anonymous();
    if (clients.find(CLIENT).isEmpty()) {
      UUID account = TestAccounts.account(jdbc, "lab-of-keys", "Lab", "SCHEDULER");
      clients.addWithKeys(
          CLIENT,
          new AccountId(account),
          "Lab",
          new JWKSet(List.of(RSA.toPublicJWK(), EC.toPublicJWK())).toString(),
          Set.of());
    }
  }

  @Test
  void whatIsSignedWithAKeyOfTheProgramGetsItIn() {
    assertThat(send(rs256(RSA, _ -> {})).status()).isEqualTo(200);
    assertThat(send(es256(_ -> {})).status()).isEqualTo(200);
    assertThat(send(rs256(RSA, c -> c.audience(server()))).status()).isEqualTo(200);
  }

  @Test
  void anAssertionThatIsShownAgainIsRefused() {
    String assertion = rs256(RSA, _ -> {});
    assertThat(send(assertion).status()).isEqualTo(200);
    assertRefused(send(assertion));
    // the same id in a new statement, too
    assertThat(send(rs256(RSA, c -> c.jwtID("once"))).status()).isEqualTo(200);
    assertRefused(send(rs256(RSA, c -> c.jwtID("once"))));
  }

  @Test
  void whatIsNotMadeForThisMomentThisServerAndThisProgramIsRefused() {
    Instant now = clock.instant();
    assertRefused(send(rs256(RSA, c -> c.audience("https://elsewhere.example/oauth2/token"))));
    assertRefused(send(rs256(RSA, c -> c.audience((String) null))));
    assertRefused(send(rs256(RSA, c -> c.issuer("another"))));
    assertRefused(send(rs256(RSA, c -> c.subject("another"))));
    assertRefused(send(rs256(RSA, c -> c.expirationTime(null))));
    assertRefused(send(rs256(RSA, c -> c.expirationTime(Date.from(now.minusSeconds(60))))));
    assertRefused(send(rs256(RSA, c -> c.expirationTime(Date.from(now.plusSeconds(3600))))));
    assertRefused(send(rs256(RSA, c -> c.notBeforeTime(Date.from(now.plusSeconds(120))))));
    assertRefused(send(rs256(RSA, c -> c.jwtID(null))));
    assertRefused(send(rs256(RSA, c -> c.jwtID("x".repeat(201)))));
  }

  @Test
  void whatIsNotSignedWithAKeyOfTheProgramIsRefused() throws Exception {
    assertRefused(send(rs256(rsa(), _ -> {})));
    assertRefused(send(new PlainJWT(claims(_ -> {})).serialize()));
    // the public key as if it were a shared secret
    byte[] open = RSA.toPublicJWK().toJSONString().getBytes(StandardCharsets.UTF_8);
    assertRefused(send(sign(JWSAlgorithm.HS256, null, new MACSigner(open), _ -> {})));
    assertRefused(send(sign(JWSAlgorithm.RS512, RSA.getKeyID(), new RSASSASigner(RSA), _ -> {})));
    String good = rs256(RSA, _ -> {});
    assertRefused(send(good.substring(0, good.length() - 4) + "AAAA"));
    assertRefused(send("a.b.c"));
  }

  @Test
  void theKeysOfAProgramAreNoSecretForAnother() {
    assertRefused(
        api.send(
            "POST",
            "//oauth2/token",
            "grant_type=client_credentials&client_id="
                + TestAccounts.DESK
                + "&client_assertion_type=urn:ietf:params:oauth:client-assertion-type:jwt-bearer"
                + "&client_assertion="
                + rs256(RSA, c -> c.issuer(TestAccounts.DESK).subject(TestAccounts.DESK)),
            "Content-Type",
            "application/x-www-form-urlencoded"));
  }

  private static void assertRefused(Answer answer) {
    assertThat(answer.status()).as(answer.text()).isEqualTo(401);
    assertThat(answer.text()).contains("invalid_client");
  }

  private Answer send(String assertion) {
    return api.send(
        "POST",
        "//oauth2/token",
        "grant_type=client_credentials&client_id="
            + CLIENT
            + "&client_assertion_type=urn:ietf:params:oauth:client-assertion-type:jwt-bearer"
            + "&client_assertion="
            + assertion,
        "Content-Type",
        "application/x-www-form-urlencoded");
  }

  private String server() {
    return "http://127.0.0.1:" + port;
  }

  private JWTClaimsSet claims(Consumer<JWTClaimsSet.Builder> change) {
    Instant now = clock.instant();
    var claims =
        new JWTClaimsSet.Builder()
            .issuer(CLIENT)
            .subject(CLIENT)
            .audience(server() + "/oauth2/token")
            .jwtID(UUID.randomUUID().toString())
            .issueTime(Date.from(now))
            .expirationTime(Date.from(now.plusSeconds(60)));
    change.accept(claims);
    return claims.build();
  }

  private String rs256(RSAKey key, Consumer<JWTClaimsSet.Builder> change) {
    try {
      return sign(JWSAlgorithm.RS256, key.getKeyID(), new RSASSASigner(key), change);
    } catch (JOSEException failed) {
      throw new AssertionError(failed);
    }
  }

  private String es256(Consumer<JWTClaimsSet.Builder> change) {
    try {
      return sign(JWSAlgorithm.ES256, EC.getKeyID(), new ECDSASigner(EC), change);
    } catch (JOSEException failed) {
      throw new AssertionError(failed);
    }
  }

  private String sign(
      JWSAlgorithm algorithm,
      @Nullable String keyId,
      JWSSigner signer,
      Consumer<JWTClaimsSet.Builder> change)
      throws JOSEException {
    var signed =
        new SignedJWT(new JWSHeader.Builder(algorithm).keyID(keyId).build(), claims(change));
    signed.sign(signer);
    return signed.serialize();
  }

  private static RSAKey rsa() {
    try {
      return new RSAKeyGenerator(2048).keyID("one").generate();
    } catch (JOSEException failed) {
      throw new AssertionError(failed);
    }
  }

  private static ECKey ec() {
    try {
      return new ECKeyGenerator(Curve.P_256).keyID("two").generate();
    } catch (JOSEException failed) {
      throw new AssertionError(failed);
    }
  }
}
