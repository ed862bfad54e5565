package io.daysheet.server.signin;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.proc.SecurityContext;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.context.AuthorizationServerContextHolder;
import org.springframework.stereotype.Component;

/// The signed statements by which programs prove who they are (`private_key_jwt`, RFC 7523): made
/// for this server, by a key of that program, just now, and never shown before.
@Component
class Assertions implements JwtDecoderFactory<RegisteredClient> {

  /// A statement is made when it is needed; one that is good for longer is one to be stolen.
  private static final Duration LONGEST = Duration.ofMinutes(5);

  private static final Duration SKEW = Duration.ofSeconds(30);
  private static final int LONGEST_ID = 200;

  private final ProgramClients programs;
  private final AssertionRows rows;
  private final InstantSource clock;

  Assertions(ProgramClients programs, AssertionRows rows, InstantSource clock) {
    this.programs = programs;
    this.rows = rows;
    this.clock = clock;
  }

  @Override
  public JwtDecoder createDecoder(RegisteredClient client) {
    String keys =
        programs
            .find(client.getClientId())
            .map(ClientRows.Client::keys)
            .orElseThrow(() -> new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_CLIENT));
    try {
      NimbusJwtDecoder decoder =
          NimbusJwtDecoder.withJwkSource(
                  new ImmutableJWKSet<SecurityContext>(JWKSet.parse(keys).toPublicJWKSet()))
              .jwsAlgorithms(algorithms ->
                  algorithms.addAll(Set.of(SignatureAlgorithm.RS256, SignatureAlgorithm.ES256)))
              .build();
      decoder.setJwtValidator(assertion -> validate(client.getClientId(), assertion));
      return decoder;
    } catch (ParseException unusable) {
      throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_CLIENT);
    }
  }

  /// After the signature was found good. What counts once is counted last.
  private OAuth2TokenValidatorResult validate(String client, Jwt assertion) {
    Instant now = clock.instant();
    Instant until = assertion.getExpiresAt();
    Instant from = Objects.requireNonNullElse(assertion.getNotBefore(), now);
    String id = assertion.getId();
    boolean isGood =
        client.equals(assertion.getClaimAsString("iss"))
            && client.equals(assertion.getSubject())
            && isForUs(assertion.getAudience())
            && until != null
            && until.isAfter(now.minus(SKEW))
            && until.isBefore(now.plus(LONGEST).plus(SKEW))
            && !from.isAfter(now.plus(SKEW))
            && id != null
            && !id.isBlank()
            && id.length() <= LONGEST_ID
            && rows.isNew(client, id, until.plus(SKEW));
    return isGood
        ? OAuth2TokenValidatorResult.success()
        : OAuth2TokenValidatorResult.failure(new OAuth2Error(OAuth2ErrorCodes.INVALID_CLIENT));
  }

  private static boolean isForUs(@Nullable List<String> audience) {
    String issuer = AuthorizationServerContextHolder.getContext().getIssuer();
    return audience != null
        && (audience.contains(issuer) || audience.contains(issuer + SignInChains.TOKEN));
  }

  @Scheduled(initialDelayString = "PT10M", fixedDelayString = "PT1H")
  void forgetExpired() {
    rows.deleteExpiredBefore(clock.instant());
  }
}
