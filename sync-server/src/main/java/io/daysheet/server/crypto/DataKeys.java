package io.daysheet.server.crypto;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.prf.PrfSet;
import io.daysheet.server.crypto.KeysetRows.Wrapped;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// The keys that this node encrypts and hashes with, as the database has them, unwrapped. A key
/// that another node adds is known here within `daysheet.crypto.refresh`.
///
/// They are made once, with the tables that they protect. Never again: where data is and keys are
/// missing or can't be unwrapped, the server does not start.
@Component
public class DataKeys {

  private static final Logger log = LoggerFactory.getLogger(DataKeys.class);

  private record Loaded(int sumOfVersions, Map<Purpose, Keyset> keysets) {}

  private final KeysetRows rows;
  private final MasterKeys masters;
  private final InstantSource clock;
  private volatile Loaded loaded;

  DataKeys(JdbcClient jdbc, MasterKeys masters, InstantSource clock) {
    this.rows = new KeysetRows(jdbc);
    this.masters = masters;
    this.clock = clock;
    this.loaded = load();
    wrapAnew();
  }

  /// Makes those that are missing while there is nothing yet that they could have encrypted.
  static DataKeys make(JdbcClient jdbc, MasterKeys masters, InstantSource clock) {
    var rows = new KeysetRows(jdbc);
    if (rows.all().isEmpty()) {
      List<MasterKey> known = masters.known();
      MasterKey master = known.isEmpty() ? masters.make() : known.getFirst();
      for (Purpose purpose : Purpose.values()) {
        rows.insert(Keyset.make(purpose), master, clock.instant());
      }
      log.info("Data keys are made, wrapped by {} in {}", master, masters.place());
    }
    return new DataKeys(jdbc, masters, clock);
  }

  private Loaded load() {
    List<Wrapped> found = rows.all();
    List<MasterKey> known = masters.known();
    var keysets = new EnumMap<Purpose, Keyset>(Purpose.class);
    for (Wrapped each : found) {
      keysets.put(
          each.purpose(),
          Keyset.unwrap(each.purpose(), each.keys().toByteArray(), wrapper(each, known)));
    }
    for (Purpose purpose : Purpose.values()) {
      if (!keysets.containsKey(purpose)) {
        throw new KeyTrouble(
            "data-keys-missing",
            "the database has no keys for " + purpose + ".",
            "Restore the table data_key from the backup that the data is of.");
      }
    }
    return new Loaded(found.stream().mapToInt(Wrapped::version).sum(), keysets);
  }

  private MasterKey wrapper(Wrapped keys, List<MasterKey> known) {
    if (known.isEmpty()) {
      throw new KeyTrouble(
          "master-key-missing",
          "the data is encrypted, and its master key "
              + keys.master()
              + " is not in "
              + masters.place()
              + ".",
          "Restore it from where it is kept. Without it nobody can read the data; no other key is"
              + " made in its place.");
    }
    return known.stream()
        .filter(key -> key.name().equals(keys.master()))
        .findFirst()
        .orElseThrow(() ->
            new KeyTrouble(
                "master-key-wrong",
                "the data keys are wrapped by the master key %s, and %s has %s."
                    .formatted(keys.master(), masters.place(), known.getFirst()),
                "Restore the master key that is named first; after a change of keys, name it as the"
                    + " previous one."));
  }

  /// After the master key was replaced: everything is wrapped by the new one, all or nothing.
  private void wrapAnew() {
    MasterKey master = masters.known().getFirst();
    List<Wrapped> others =
        rows.all().stream().filter(row -> !row.master().equals(master.name())).toList();
    for (Wrapped each : others) {
      Keyset keys = Objects.requireNonNull(loaded.keysets().get(each.purpose()));
      rows.update(each, keys, master, each.step(), each.since());
    }
    if (rows.all().stream().allMatch(row -> row.master().equals(master.name()))) {
      masters.forgetPrevious();
    }
    if (!others.isEmpty()) {
      log.info("The data keys are wrapped by {} now", master);
      loaded = load();
    }
  }

  /// Replaces the master key in the file: a new one is made, wraps all data keys, and takes the
  /// place of the old one. Broken off anywhere, the next start finishes it.
  void replaceMasterKey() {
    if (!masters.isInFile()) {
      throw new IllegalStateException("the master key is not in a file");
    }
    masters.makeNext();
    wrapAnew();
  }

  /// Reads what other nodes have written.
  @Scheduled(fixedDelayString = "${daysheet.crypto.refresh:10s}")
  void refresh() {
    rows.ifChanged(loaded.sumOfVersions(), _ -> load()).ifPresent(newer -> loaded = newer);
  }

  boolean has(Purpose purpose, int keyId) {
    return keyset(purpose).has(keyId);
  }

  Aead aead(Purpose purpose) {
    return Objects.requireNonNull(keyset(purpose).aead());
  }

  PrfSet prfs(Purpose purpose) {
    return Objects.requireNonNull(keyset(purpose).prfs());
  }

  Keyset keyset(Purpose purpose) {
    return Objects.requireNonNull(loaded.keysets().get(purpose));
  }

  KeysetRows rows() {
    return rows;
  }

  MasterKey master() {
    return masters.known().getFirst();
  }

  InstantSource clock() {
    return clock;
  }
}
