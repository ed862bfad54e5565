package io.daysheet.server.identity;

import io.daysheet.identity.AccountId;

/// An account's password or second factor has become another, or it is out of service: whoever is
/// signed in with it has to sign in anew. Published in the transaction that changes it, if there is
/// one.
public record CredentialsChanged(AccountId account) {}
