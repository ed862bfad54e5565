package io.daysheet.server.signin;

import io.daysheet.identity.Account;
import io.daysheet.server.identity.Accounts;
import io.daysheet.server.identity.ExternalProvider;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.SupplierJwtDecoder;
import org.springframework.stereotype.Component;

/// Reads the tokens of an external OpenID provider. It is asked for its keys with the first token,
/// and again when one is signed with a key that is not known.
///
/// A token is good until it expires: whoever the provider signs out meanwhile, or takes a role
/// from, keeps it for that long. An account that is kept here and out of service is refused at
/// once.
@Component
@Provided
class ProviderTokens implements TokenReader {

  /// The provider's clock and ours differ by this at most.
  private static final Duration SKEW = Duration.ofSeconds(30);

  private final JwtDecoder decoder;
  private final ProviderClaims claims;
  private final Accounts accounts;

  ProviderTokens(
      Environment environment,
      ProviderClaims claims,
      Accounts accounts,
      SignInSettings settings,
      Clock clock) {
    String issuer = environment.getRequiredProperty(ExternalProvider.ISSUER);
    this.decoder = new SupplierJwtDecoder(() -> decoder(issuer, settings, clock));
    this.claims = claims;
    this.accounts = accounts;
  }

  private static JwtDecoder decoder(String issuer, SignInSettings settings, Clock clock) {
    NimbusJwtDecoder decoder = NimbusJwtDecoder.withIssuerLocation(issuer).build();
    var times = new JwtTimestampValidator(SKEW);
    times.setClock(clock);
    times.setAllowEmptyExpiryClaim(false);
    decoder.setJwtValidator(
        new DelegatingOAuth2TokenValidator<>(
            times,
            new JwtIssuerValidator(issuer),
            new JwtClaimValidator<@Nullable List<String>>(
                JwtClaimNames.AUD,
                audience -> audience != null && audience.contains(settings.audience()))));
    return decoder;
  }

  @Override
  public Read read(String token) {
    Jwt jwt = decoder.decode(token);
    Instant until = jwt.getExpiresAt();
    if (jwt.getSubject() == null || until == null) {
      throw new BadJwtException("it does not say whose it is");
    }
    return new Read(claims.account(jwt), scopes(jwt), client(jwt), session(jwt), until);
  }

  /// `scope` is what OAuth names it (RFC 9068), `scp` what some providers do.
  private static Set<String> scopes(Jwt token) {
    return Stream.of("scope", "scp")
        .flatMap(claim -> ProviderClaims.words(token, claim).stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  private static String client(Jwt token) {
    return first(token, "client_id", "azp").orElse("provider");
  }

  private static String session(Jwt token) {
    return first(token, "sid", "jti").orElseGet(token::getSubject);
  }

  private static Optional<String> first(Jwt token, String... claims) {
    return Stream.of(claims).filter(token::hasClaim).map(token::getClaimAsString).findFirst();
  }

  @Override
  public Optional<Account> account(Read token) {
    Account said = token.account();
    return said.version() == ProviderClaims.NOT_KEPT_HERE
        ? Optional.of(said)
        : accounts
            .find(said.id())
            .filter(Account::active)
            .map(kept -> ProviderClaims.withRoles(kept, said.roles()));
  }
}
