package io.daysheet.server.signin;

import static io.daysheet.wire.AuditAction.SIGNED_OUT;
import static io.daysheet.wire.AuditAction.TOKEN_ISSUED;
import static io.daysheet.wire.AuditAction.TOKEN_REFUSED;

import io.daysheet.identity.Account;
import io.daysheet.identity.AccountId;
import io.daysheet.server.identity.Accounts;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// What was granted, and what became of it: the authorization server asks here for each code and
/// token that it is shown.
///
/// Each code and each refresh token counts once. One that is shown again ends the whole session,
/// its access tokens too: either the thief or the owner came second, and nobody can tell which.
@Component
public class Sessions implements OAuth2AuthorizationService {

  private static final Logger log = LoggerFactory.getLogger(Sessions.class);

  private final SessionRows rows;
  private final ClientRows clients;
  private final Accounts accounts;
  private final SignInAudit audit;
  private final TransactionTemplate transaction;
  private final Grants grants;
  private final RevokedSessions revoked;
  private final InstantSource clock;

  Sessions(
      SessionRows rows,
      ClientRows clients,
      Accounts accounts,
      SignInAudit audit,
      TransactionTemplate transaction,
      Grants grants,
      RevokedSessions revoked,
      InstantSource clock) {
    this.rows = rows;
    this.clients = clients;
    this.accounts = accounts;
    this.audit = audit;
    this.transaction = transaction;
    this.grants = grants;
    this.revoked = revoked;
    this.clock = clock;
  }

  /// Ends every session of an account, as when its password was reset.
  ///
  /// @param kept the one that goes on; null for none
  public void endAllOf(AccountId account, @Nullable UUID kept) {
    rows.revokeAllOf(account, kept, clock.instant());
    revoked.refresh();
  }

  /// Ends one, as when its user goes.
  public void end(UUID session) {
    rows.revoke(session, clock.instant());
    revoked.refresh();
  }

  @Override
  public void save(OAuth2Authorization authorization) {
    SessionRow session = grants.toRow(authorization);
    if (Grants.isInvalidated(authorization)) {
      signOut(session);
    } else if (session.version() == 0) {
      begin(session);
    } else if (!rows.update(session)) {
      endReused(session, "A code or refresh token was exchanged twice at once");
      throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_GRANT);
    }
  }

  /// A desk's begins when it is granted the code; its entry in the audit is that of the sign-in.
  private void begin(SessionRow session) {
    transaction.executeWithoutResult(_ -> {
      rows.insert(session);
      if (session.request() == null) {
        clients.used(session.client(), session.startedAt());
        account(session).ifPresent(who -> audit.done(TOKEN_ISSUED, who, session.client()));
      }
    });
  }

  private void signOut(SessionRow session) {
    transaction.executeWithoutResult(_ -> {
      rows.revoke(session.id(), clock.instant());
      account(session).ifPresent(who -> audit.done(SIGNED_OUT, who, session.client()));
    });
    revoked.refresh();
  }

  private Optional<Account> account(SessionRow session) {
    return accounts.find(session.account());
  }

  @Override
  public void remove(OAuth2Authorization authorization) {
    end(UUID.fromString(authorization.getId()));
  }

  @Override
  public @Nullable OAuth2Authorization findById(String id) {
    return rows.find(UUID.fromString(id))
        .flatMap(session -> grants.toAuthorization(session, ""))
        .orElse(null);
  }

  @Override
  public @Nullable OAuth2Authorization findByToken(String token, @Nullable OAuth2TokenType type) {
    byte[] hash = Secrets.hash(token);
    Optional<SessionRow> found =
        switch (type == null ? "" : type.getValue()) {
          case OAuth2ParameterNames.CODE -> byCode(hash);
          case OAuth2ParameterNames.REFRESH_TOKEN -> byRefreshToken(hash);
          case OAuth2ParameterNames.ACCESS_TOKEN -> rows.findByAccessToken(hash);
          case "" -> byRefreshToken(hash).or(() -> rows.findByAccessToken(hash));
          default -> Optional.empty();
        };
    return found
        .filter(session -> session.endsAt().isAfter(clock.instant()))
        .flatMap(session -> grants.toAuthorization(session, token))
        .orElse(null);
  }

  private Optional<SessionRow> byCode(byte[] hash) {
    Optional<SessionRow> found = rows.findByCode(hash);
    if (found.filter(SessionRow::codeUsed).isPresent()) {
      endReused(found.get(), "A code was shown again");
      return Optional.empty();
    }
    return found.filter(session -> isAlive(session.code()));
  }

  private Optional<SessionRow> byRefreshToken(byte[] hash) {
    Optional<SessionRow> found = rows.findByRefreshToken(hash);
    if (found.isEmpty()) {
      rows.findBySpentToken(hash)
          .flatMap(rows::find)
          .ifPresent(session -> endReused(session, "A spent refresh token was shown again"));
    }
    return found.filter(session -> isAlive(session.refresh()));
  }

  private boolean isAlive(SessionRow.@Nullable Hashed token) {
    return token != null && token.expiresAt().isAfter(clock.instant());
  }

  private void endReused(SessionRow session, String why) {
    log.warn("{}: the session {} is ended", why, session.id());
    end(session.id());
    audit.refused(
        TOKEN_REFUSED, account(session).orElse(null), session.client(), "token-shown-again");
  }

  /// Rows whose tokens are all long expired tell nothing any more. A day later, so that a token
  /// that is shown late still ends nothing by mistake.
  @Scheduled(initialDelayString = "PT10M", fixedDelayString = "PT1H")
  void forgetEnded() {
    rows.deleteEndedBefore(clock.instant().minus(Duration.ofDays(1)));
  }
}
