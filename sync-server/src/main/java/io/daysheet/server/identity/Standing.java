package io.daysheet.server.identity;

import io.daysheet.identity.Account;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An account with how it stands with signing in.
///
/// @param lockedUntil null if it is not locked
/// @param lastSignIn by password; null if there was none yet
public record Standing(
    Account account,
    boolean hasSecondFactor,
    @Nullable Instant lockedUntil,
    @Nullable Instant lastSignIn) {}
