package io.daysheet.server.crypto;

/// A table with keyed hashes, made known as a bean: when the index's key is replaced, its rows are
/// hashed anew.
public interface IndexedTable {

  /// Hashes some rows anew that another key than [BlindIndex#key()] has hashed. How many there
  /// were: 0 when none is left. Called in a transaction.
  int hashAnew(int most);
}
