package io.daysheet.server.identity;

import io.daysheet.identity.Account;

/// The server itself has given an account a password at its start. Published in the transaction
/// that does so.
///
/// @param isNew false: it was there, and its password was reset as the start line asked
public record GivenAtStart(Account account, boolean isNew) {}
