package io.daysheet.server.signin;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import io.daysheet.server.Api;
import io.daysheet.server.ServerTest;
import io.daysheet.server.TestAccounts;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// Somebody who makes access tokens: with our key each is taken that says what ours say, so that
/// what is refused is refused for the one thing that is wrong with it.
@ServerTest
class ForgedTokensIT {

  @LocalServerPort int port;
  @Autowired SigningKeyRows rows;
  @Autowired SigningKeys keys;
  @Autowired InstantSource clock;
  private RSAKey ours;

  @BeforeEach
  void read() {
    ours = rows.all().getFirst().key();
  }

  @Test
  void whatOursSayIsTaken() throws Exception {
    assertThat(asked(signed(_ -> {}))).isEqualTo(200);
  }

  @Test
  void anotherIssuerOrAudienceIsRefused() throws Exception {
    assertThat(asked(signed(c -> c.issuer("https://elsewhere.example")))).isEqualTo(401);
    assertThat(asked(signed(c -> c.issuer(null)))).isEqualTo(401);
    assertThat(asked(signed(c -> c.audience("another")))).isEqualTo(401);
    assertThat(asked(signed(c -> c.audience((String) null)))).isEqualTo(401);
    // an ID token is meant for its client
    assertThat(asked(signed(c -> c.audience(Clients.DESK)))).isEqualTo(401);
  }

  @Test
  void anotherTimeIsRefused() throws Exception {
    Instant now = clock.instant();
    assertThat(asked(signed(c -> c.expirationTime(Date.from(now.minusSeconds(10))))))
        .isEqualTo(401);
    assertThat(asked(signed(c -> c.expirationTime(null)))).isEqualTo(401);
    assertThat(asked(signed(c -> c.notBeforeTime(Date.from(now.plusSeconds(60)))))).isEqualTo(401);
  }

  @Test
  void anAccountOrClientThatIsNotThereIsRefused() throws Exception {
    assertThat(asked(signed(c -> c.subject(UUID.randomUUID().toString())))).isEqualTo(401);
    assertThat(asked(signed(c -> c.subject("anna")))).isEqualTo(401);
    assertThat(asked(signed(c -> c.subject(null)))).isEqualTo(401);
    assertThat(asked(signed(c -> c.claim("client_id", "nobody")))).isEqualTo(401);
    assertThat(asked(signed(c -> c.claim("client_id", null)))).isEqualTo(401);
    assertThat(asked(signed(c -> c.claim("sid", null)))).isEqualTo(401);
  }

  @Test
  void anotherKeyOrAlgorithmIsRefused() throws Exception {
    RSAKey another = new RSAKeyGenerator(2048).keyID(ours.getKeyID()).generate();
    assertThat(asked(sign(JWSAlgorithm.RS256, new RSASSASigner(another), _ -> {}))).isEqualTo(401);
    assertThat(asked(sign(JWSAlgorithm.RS384, new RSASSASigner(ours), _ -> {}))).isEqualTo(401);
    assertThat(asked(sign(JWSAlgorithm.PS256, new RSASSASigner(ours), _ -> {}))).isEqualTo(401);
    byte[] open = ours.toPublicJWK().toJSONString().getBytes(StandardCharsets.UTF_8);
    assertThat(asked(sign(JWSAlgorithm.HS256, new MACSigner(open), _ -> {}))).isEqualTo(401);
    assertThat(asked(new PlainJWT(claims(_ -> {})).serialize())).isEqualTo(401);
    String good = signed(_ -> {});
    assertThat(asked(good.substring(0, good.lastIndexOf('.') + 1))).isEqualTo(401);
    assertThat(asked(good.replaceFirst("\\.[^.]*\\.", "." + "e30" + "."))).isEqualTo(401);
  }

  private int asked(String token) {
    return Api.on(port)
        .anonymous()
        .send("GET", "/hospitals", null, "Authorization", "Bearer " + token)
        .status();
  }

  private JWTClaimsSet claims(Consumer<JWTClaimsSet.Builder> change) {
    Instant now = clock.instant();
    var claims =
        new JWTClaimsSet.Builder()
            .issuer(keys.issuer())
            .subject(TestAccounts.id(TestAccounts.DESK).toString())
            .audience("daysheet")
            .claim("client_id", TestAccounts.DESK)
            .claim("sid", UUID.randomUUID().toString())
            .expirationTime(Date.from(now.plusSeconds(60)));
    change.accept(claims);
    return claims.build();
  }

  private String signed(Consumer<JWTClaimsSet.Builder> change) throws JOSEException {
    return sign(JWSAlgorithm.RS256, new RSASSASigner(ours), change);
  }

  private String sign(
      JWSAlgorithm algorithm, JWSSigner signer, Consumer<JWTClaimsSet.Builder> change)
      throws JOSEException {
    var token =
        new SignedJWT(
            new JWSHeader.Builder(algorithm).keyID(ours.getKeyID()).build(), claims(change));
    token.sign(signer);
    return token.serialize();
  }
}
