package io.daysheet.server.signin;

import io.daysheet.identity.Account;
import io.daysheet.identity.AccountId;
import io.daysheet.server.identity.Accounts;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.stereotype.Component;

/// Reads the tokens that this server gives out.
@Component
@BuiltIn
class OwnTokens implements TokenReader {

  /// The clocks of two nodes differ by this at most.
  private static final Duration SKEW = Duration.ofSeconds(5);

  private final NimbusJwtDecoder decoder;
  private final RevokedSessions revoked;
  private final ProgramClients programs;
  private final Accounts accounts;

  OwnTokens(
      SigningKeys keys,
      RevokedSessions revoked,
      ProgramClients programs,
      Accounts accounts,
      SignInSettings settings,
      Clock clock) {
    this.revoked = revoked;
    this.programs = programs;
    this.accounts = accounts;
    this.decoder =
        NimbusJwtDecoder.withJwkSource(keys).jwsAlgorithm(SignatureAlgorithm.RS256).build();
    var times = new JwtTimestampValidator(SKEW);
    times.setClock(clock);
    times.setAllowEmptyExpiryClaim(false);
    this.decoder.setJwtValidator(
        new DelegatingOAuth2TokenValidator<>(
            times,
            new JwtClaimValidator<@Nullable Object>(
                JwtClaimNames.ISS, issuer -> keys.issuer().equals(String.valueOf(issuer))),
            new JwtClaimValidator<@Nullable List<String>>(
                JwtClaimNames.AUD,
                audience -> audience != null && audience.contains(settings.audience()))));
  }

  @Override
  public Read read(String token) {
    Jwt jwt = decoder.decode(token);
    List<String> scopes = jwt.getClaimAsStringList("scope");
    Instant until = jwt.getExpiresAt();
    try {
      return new Read(
          accounts
              .find(AccountId.parse(said(jwt.getSubject())))
              .orElseThrow(() -> new IllegalArgumentException("there is no such account")),
          scopes == null ? Set.of() : Set.copyOf(scopes),
          said(jwt.getClaimAsString(AccessTokenClaims.CLIENT)),
          said(jwt.getClaimAsString(AccessTokenClaims.SESSION)),
          until == null ? Instant.MIN : until);
    } catch (IllegalArgumentException notOurs) {
      throw new BadJwtException("it does not say what ours say", notOurs);
    }
  }

  private static String said(@Nullable String claim) {
    if (claim == null) {
      throw new IllegalArgumentException("a claim is missing");
    }
    return claim;
  }

  @Override
  public Optional<Account> account(Read token) {
    boolean isOver =
        revoked.contains(token.session())
            || (!token.client().equals(Clients.DESK) && programs.find(token.client()).isEmpty());
    return isOver ? Optional.empty() : accounts.find(token.account().id()).filter(Account::active);
  }
}
