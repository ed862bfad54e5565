package io.daysheet.server.crypto;

import java.util.List;

/// A table with encrypted columns, made known as a bean: when a data key is replaced, its rows are
/// encrypted anew.
///
/// @param id the column whose value the ciphertexts are bound to
/// @param fields of one purpose
public record EncryptedTable(String name, String id, List<EncryptedField> fields) {

  public EncryptedTable {
    fields = List.copyOf(fields);
    if (fields.stream().anyMatch(field -> !field.table().equals(name))) {
      throw new IllegalArgumentException(name + " has other tables' fields");
    }
    if (fields.stream().map(EncryptedField::purpose).distinct().count() != 1) {
      throw new IllegalArgumentException(name + " needs fields of one purpose");
    }
  }

  Purpose purpose() {
    return fields.getFirst().purpose();
  }
}
