package io.daysheet.desktop.remote;

import io.daysheet.desktop.remote.SignInOutcome.Why;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The tokens of somebody who is signed in. They are nowhere but in this object, and it renews them
/// before they end.
///
/// Once the server refuses to renew them the session is over: nothing is sent any more, until the
/// same person has signed in again and [#adopt] has taken over what came of it.
public final class UserTokens implements AccessTokens {

  /// A token that has less than this left is replaced before it is used.
  private static final Duration RESERVE = Duration.ofSeconds(45);

  private TokenEndpoint endpoint;
  private @Nullable Grant grant;
  private long expires;
  private Runnable ended = () -> {};

  UserTokens(TokenEndpoint endpoint, Grant grant) {
    this.endpoint = endpoint;
    take(grant);
  }

  /// Who is told, once, that the server does not renew any more; on the thread that found out.
  public synchronized void whenEnded(Runnable told) {
    ended = told;
  }

  @Override
  public synchronized AccessToken current() throws IOException {
    Grant present = grant;
    if (present == null) {
      throw new SignInFailed(Why.REFUSED);
    }
    Duration left = Duration.ofNanos(expires - System.nanoTime());
    boolean lasts = present.refresh() == null ? left.isPositive() : left.compareTo(RESERVE) >= 0;
    if (lasts) {
      return new AccessToken(present.access(), left);
    }
    return renewed(present);
  }

  @Override
  public synchronized AccessToken insteadOf(String refused) throws IOException {
    if (grant != null && refused.equals(grant.access())) {
      return renewed(grant);
    }
    return current();
  }

  private AccessToken renewed(Grant spent) throws IOException {
    char[] refresh = spent.refresh();
    if (refresh == null) {
      end();
      throw new SignInFailed(Why.REFUSED);
    }
    char[] kept = refresh.clone();
    try {
      Grant next = renewedBy(endpoint.refresh(refresh), kept);
      take(next);
      return new AccessToken(next.access(), next.left());
    } catch (SignInFailed failed) {
      if (failed.why() != Why.NO_ANSWER) {
        end();
      } else {
        grant = spent.withRefresh(kept);
      }
      throw failed;
    } catch (IOException unanswered) {
      grant = spent.withRefresh(kept);
      throw unanswered;
    }
  }

  /// A provider that gives nothing new to renew with means the old to go on (RFC 6749, section 6).
  private static Grant renewedBy(Grant given, char[] spent) {
    if (given.refresh() == null) {
      return given.withRefresh(spent);
    }
    Arrays.fill(spent, '\0');
    return given;
  }

  private void take(Grant given) {
    grant = given;
    expires = System.nanoTime() + given.left().toNanos();
  }

  private void end() {
    grant = null;
    ended.run();
  }

  /// Goes on with what another sign-in of the same person brought; that one has nothing then, and
  /// what was here before is ended at the server.
  public void adopt(UserTokens fresh) {
    signOut();
    TokenEndpoint from;
    Grant given;
    long until;
    synchronized (fresh) {
      from = fresh.endpoint;
      given = Objects.requireNonNull(fresh.grant, "signed out already");
      until = fresh.expires;
      fresh.grant = null;
    }
    synchronized (this) {
      endpoint = from;
      grant = given;
      expires = until;
    }
  }

  /// Forgets the tokens and tells the server so, on a thread of its own. Nobody is told that they
  /// ended.
  public void signOut() {
    char[] refresh;
    TokenEndpoint there;
    synchronized (this) {
      refresh = grant == null ? null : grant.refresh();
      there = endpoint;
      grant = null;
    }
    if (refresh != null) {
      char[] last = refresh;
      Thread.ofVirtual().name("daysheet-sign-out").start(() -> revoke(there, last));
    }
  }

  private static void revoke(TokenEndpoint endpoint, char[] refresh) {
    try {
      endpoint.revoke(refresh);
    } catch (IOException unheard) {
      // The tokens are gone from here; at the server the session ends by itself.
      Arrays.fill(refresh, '\0');
    }
  }
}
