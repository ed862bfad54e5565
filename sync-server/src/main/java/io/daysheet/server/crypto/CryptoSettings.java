package io.daysheet.server.crypto;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// Where the master key is, and how old data keys get.
///
/// @param masterKey 32 bytes in base64 or hexadecimal digits, from the environment
///   (`DAYSHEET_CRYPTO_MASTER_KEY`); without it and `kmsKey` it is in a file of the data folder
/// @param previousMasterKey the one before, at the start after it was replaced
/// @param kmsKey the name of a key in a key management system, such as `aws-kms://arn:…`, for which
///   a Tink `KmsClient` is on the class path
/// @param previousKmsKey the one before
/// @param rotateAfter the age at which a data key is replaced by itself
/// @param refresh how soon every node knows of a new data key
/// @param longestWrite no transaction takes longer
/// @param batch rows that are encrypted anew in one transaction
@Validated
@ConfigurationProperties("daysheet.crypto")
public record CryptoSettings(
    @Nullable String masterKey,
    @Nullable String previousMasterKey,
    @Nullable String kmsKey,
    @Nullable String previousKmsKey,
    @NotNull @DefaultValue("365d") Duration rotateAfter,
    @NotNull @DefaultValue("10s") Duration refresh,
    @NotNull @DefaultValue("2m") Duration longestWrite,
    @DefaultValue("200") int batch) {

  /// Never the keys: settings end up in logs.
  @Override
  public String toString() {
    return "CryptoSettings[rotateAfter=" + rotateAfter + ", refresh=" + refresh + "]";
  }
}
