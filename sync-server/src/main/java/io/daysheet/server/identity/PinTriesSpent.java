package io.daysheet.server.identity;

import io.daysheet.identity.AccountId;

/// Somebody at a locked desk typed a wrong PIN too often: that sign-in is over.
public record PinTriesSpent(AccountId account, String session) {}
