package io.daysheet.server.crypto;

import io.daysheet.server.ServerSettings;
import io.daysheet.server.crypto.KeysetRows.Step;
import io.daysheet.server.crypto.KeysetRows.Wrapped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Replaces keys while everybody works on. A data key is replaced when it is old enough, or when an
/// administrator puts an empty file into the keys' folder: `replace-records`, `replace-secrets`,
/// `replace-index` or `replace-master`.
///
/// Each step is written down and taken only when every node knows of the one before: the new key is
/// made known; it writes; what the old one wrote is written anew; the old one goes. Whoever is
/// killed in between goes on at its next start.
@Component
class KeyRotation {

  private static final Logger log = LoggerFactory.getLogger(KeyRotation.class);
  private static final List<Purpose> REPLACED =
      List.of(Purpose.RECORDS, Purpose.SECRETS, Purpose.INDEX);

  private final DataKeys keys;
  private final Reencryption reencryption;
  private final List<EncryptedTable> tables;
  private final List<IndexedTable> indexed;
  private final TransactionTemplate transaction;
  private final CryptoSettings settings;
  private final Path wishes;

  KeyRotation(
      DataKeys keys,
      Reencryption reencryption,
      List<EncryptedTable> tables,
      List<IndexedTable> indexed,
      TransactionTemplate transaction,
      CryptoSettings settings,
      ServerSettings server) {
    this.keys = keys;
    this.reencryption = reencryption;
    this.tables = tables;
    this.indexed = indexed;
    this.transaction = transaction;
    this.settings = settings;
    this.wishes = server.data().resolve("keys");
  }

  @Scheduled(
      initialDelayString = "${daysheet.crypto.refresh:10s}",
      fixedDelayString = "${daysheet.crypto.refresh:10s}")
  void goOn() {
    keys.refresh();
    if (isWished("replace-master")) {
      keys.replaceMasterKey();
    }
    for (Purpose purpose : REPLACED) {
      if (!isUsed(purpose)) {
        continue;
      }
      keys.rows().find(purpose).ifPresent(this::goOn);
    }
  }

  /// Where no table is known whose rows would be written anew, no key is taken away.
  private boolean isUsed(Purpose purpose) {
    return purpose == Purpose.INDEX
        ? !indexed.isEmpty()
        : tables.stream().anyMatch(table -> table.purpose() == purpose);
  }

  private void goOn(Wrapped row) {
    Instant now = keys.clock().instant();
    Duration age = Duration.between(row.since(), now);
    switch (row.step()) {
      case DONE -> {
        boolean wished = isWished("replace-" + row.purpose().name().toLowerCase(Locale.ROOT));
        if (wished || age.compareTo(settings.rotateAfter()) > 0) {
          take(row, Step.PREPARED, Keyset::withNewKey, now);
        }
      }
      case PREPARED -> {
        if (age.compareTo(untilEverybodyKnows()) > 0) {
          take(row, Step.REPLACING, Keyset::writingWithTheNewest, now);
        }
      }
      case REPLACING -> {
        // what was begun with the old key is committed by then
        boolean nothingComes =
            age.compareTo(untilEverybodyKnows().plus(settings.longestWrite())) > 0;
        int written = writeAnew(row.purpose());
        if (written > 0) {
          log.info("{} rows are written anew with the new key for {}", written, row.purpose());
        } else if (nothingComes) {
          take(row, Step.DONE, Keyset::withoutOldKeys, now);
        }
      }
    }
  }

  private Duration untilEverybodyKnows() {
    return settings.refresh().multipliedBy(2);
  }

  private int writeAnew(Purpose purpose) {
    if (purpose == Purpose.INDEX) {
      return indexed.stream().mapToInt(this::hashAnew).sum();
    }
    return tables.stream()
        .filter(table -> table.purpose() == purpose)
        .mapToInt(reencryption::encryptAnew)
        .sum();
  }

  private int hashAnew(IndexedTable table) {
    int sum = 0;
    int written;
    do {
      written = transaction.execute(_ -> table.hashAnew(settings.batch()));
      sum += written;
    } while (written > 0);
    return sum;
  }

  @FunctionalInterface
  private interface Change {
    Keyset of(Keyset keys) throws GeneralSecurityException;
  }

  private void take(Wrapped row, Step step, Change change, Instant now) {
    try {
      Keyset next = change.of(keys.keyset(row.purpose()));
      if (keys.rows().update(row, next, keys.master(), step, now)) {
        log.info("Replacing the key for {}: {}", row.purpose(), step);
        keys.refresh();
      }
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private boolean isWished(String what) {
    try {
      return Files.deleteIfExists(wishes.resolve(what));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
