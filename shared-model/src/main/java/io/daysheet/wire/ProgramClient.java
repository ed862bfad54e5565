package io.daysheet.wire;

import io.daysheet.identity.AccountId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A program that signs in for itself, as an administrator sees it.
///
/// @param id what it names itself by when it asks for a token
/// @param accountId as whom it acts
/// @param accountName that account's name
/// @param scopes what its tokens may name
/// @param secret whether it can prove itself by a secret
/// @param keys the ids of the public keys by which it can prove itself
/// @param lastUsedAt when it last got a token, to the minute; null if it never did
public record ProgramClient(
    String id,
    String name,
    AccountId accountId,
    String accountName,
    List<String> scopes,
    boolean secret,
    List<String> keys,
    boolean active,
    Instant createdAt,
    @Nullable Instant lastUsedAt,
    int version) {

  public ProgramClient {
    scopes = List.copyOf(scopes);
    keys = List.copyOf(keys);
  }
}
