package io.daysheet.server.signin;

import io.daysheet.hospital.HospitalId;
import io.daysheet.identity.Account;
import io.daysheet.identity.AccountId;
import io.daysheet.identity.Role;
import io.daysheet.server.identity.Accounts;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.stereotype.Component;

/// Finds out whom a token of the provider stands for.
///
/// The roles are always the provider's word. The hospitals, and which doctor or patient somebody
/// is, are those of the account with their login that is kept here; who has none gets the hospitals
/// that the token names, and is neither a doctor nor a patient.
@Component
@Provided
class ProviderClaims {

  /// An account that is kept here has a higher one.
  static final int NOT_KEPT_HERE = 0;

  private final Accounts accounts;
  private final ProviderSettings settings;

  ProviderClaims(Accounts accounts, ProviderSettings settings) {
    this.accounts = accounts;
    this.settings = settings;
  }

  Account account(Jwt token) {
    Set<Role> roles = roles(token);
    return login(token)
        .flatMap(accounts::findByLogin)
        .map(kept -> withRoles(kept, roles))
        .orElseGet(() -> withRoles(stranger(token), roles));
  }

  /// A role that nothing here stands behind would let its owner see nothing, or something wrong.
  static Account withRoles(Account account, Set<Role> roles) {
    Set<Role> possible =
        roles.stream()
            .filter(role ->
                switch (role) {
                  case DOCTOR -> account.doctorId() != null;
                  case PATIENT -> account.patientId() != null;
                  default -> true;
                })
            .collect(Collectors.toUnmodifiableSet());
    return new Account(
        account.id(),
        account.login(),
        account.name(),
        possible,
        account.hospitals(),
        account.everyHospital(),
        account.doctorId(),
        account.patientId(),
        account.active(),
        account.version());
  }

  private Account stranger(Jwt token) {
    String subject = String.valueOf(token.getSubject());
    String who = token.getClaimAsString(JwtClaimNames.ISS) + " " + subject;
    return new Account(
        new AccountId(UUID.nameUUIDFromBytes(who.getBytes(StandardCharsets.UTF_8))),
        login(token).orElse(subject),
        text(token, settings.nameClaim()).or(() -> login(token)).orElse(subject),
        Set.of(),
        hospitals(token),
        false,
        null,
        null,
        true,
        NOT_KEPT_HERE);
  }

  private Optional<String> login(Jwt token) {
    return text(token, settings.loginClaim()).map(login -> login.toLowerCase(Locale.ROOT));
  }

  private static Optional<String> text(Jwt token, String claim) {
    return words(token, claim).isEmpty()
        ? Optional.empty()
        : Optional.of(String.valueOf(find(token, claim)));
  }

  private Set<Role> roles(Jwt token) {
    return words(token, settings.rolesClaim()).stream()
        .map(this::role)
        .flatMap(Optional::stream)
        .collect(Collectors.toUnmodifiableSet());
  }

  private Optional<Role> role(String word) {
    Role named = settings.roles().get(word);
    return named != null
        ? Optional.of(named)
        : Stream.of(Role.values()).filter(role -> role.name().equalsIgnoreCase(word)).findAny();
  }

  private Set<HospitalId> hospitals(Jwt token) {
    String claim = settings.hospitalsClaim();
    return claim == null
        ? Set.of()
        : words(token, claim).stream()
            .map(ProviderClaims::hospital)
            .flatMap(Optional::stream)
            .collect(Collectors.toUnmodifiableSet());
  }

  private static Optional<HospitalId> hospital(String word) {
    try {
      return Optional.of(new HospitalId(UUID.fromString(word)));
    } catch (IllegalArgumentException noId) {
      return Optional.empty();
    }
  }

  /// Those of a list, or of a text with spaces between.
  static Collection<String> words(Jwt token, String claim) {
    Object found = find(token, claim);
    return switch (found) {
      case Collection<?> list ->
          list.stream().filter(Objects::nonNull).map(String::valueOf).toList();
      case String text when !text.isBlank() -> Arrays.asList(text.strip().split(" +", -1));
      case null, default -> Set.of();
    };
  }

  /// By its name, which may have dots, or else by its path.
  private static @Nullable Object find(Jwt token, String claim) {
    Map<String, Object> claims = token.getClaims();
    if (claims.containsKey(claim)) {
      return claims.get(claim);
    }
    Object found = claims;
    for (String step : claim.split("\\.", -1)) {
      found = found instanceof Map<?, ?> map ? map.get(step) : null;
    }
    return found;
  }
}
