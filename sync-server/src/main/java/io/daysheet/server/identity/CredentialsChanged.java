package io.daysheet.server.identity;

import io.daysheet.identity.AccountId;
import org.jspecify.annotations.Nullable;

/// An account's password or second factor has become another, or it is out of service: whoever is
/// signed in with it has to sign in anew. Published in the transaction that changes it, if there is
/// one.
///
/// @param kept the sign-in in which its owner did so, which goes on; null if all are over
public record CredentialsChanged(AccountId account, @Nullable String kept) {}
