package io.daysheet.server.crypto;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Writes what old keys have encrypted anew, a few rows in each transaction, while everybody works
/// on. Broken off, it begins again and finds less to do.
@Component
class Reencryption {

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final FieldCipher cipher;
  private final DataKeys keys;
  private final UnreadableRecords unreadable;
  private final CryptoSettings settings;

  Reencryption(
      JdbcClient jdbc,
      TransactionTemplate transaction,
      FieldCipher cipher,
      DataKeys keys,
      UnreadableRecords unreadable,
      CryptoSettings settings) {
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.cipher = cipher;
    this.keys = keys;
    this.unreadable = unreadable;
    this.settings = settings;
  }

  private record Old(Object id, Map<EncryptedField, byte[]> values) {}

  /// Goes through the whole table once. How many rows an old key had written.
  int encryptAnew(EncryptedTable table) {
    int sum = 0;
    @Nullable Object last = null;
    do {
      Object after = last;
      List<Old> batch = transaction.execute(_ -> encryptAnew(table, after));
      sum += batch.size();
      last = batch.isEmpty() ? null : batch.getLast().id();
    } while (last != null);
    return sum;
  }

  private List<Old> encryptAnew(EncryptedTable table, @Nullable Object after) {
    List<Old> batch = next(table, after);
    batch.forEach(old -> write(table, old));
    return batch;
  }

  private List<Old> next(EncryptedTable table, @Nullable Object after) {
    byte[] prefix = KeyId.prefix(keys.keyset(table.purpose()).writingKey());
    String isOld =
        table.fields().stream()
            .map(field -> "substring(%s from 1 for 5) <> ?".formatted(field.column()))
            .collect(Collectors.joining(" or "));
    List<Object> params = new ArrayList<>();
    table.fields().forEach(_ -> params.add(prefix));
    if (after != null) {
      params.add(after);
    }
    params.add(settings.batch());
    // names of tables and columns are constants of this server
    return jdbc.sql(
            "select %s as id, %s from %s where (%s) %s order by %s limit ? for no key update"
                .formatted(
                    table.id(),
                    columns(table, ", "),
                    table.name(),
                    isOld,
                    after == null ? "" : "and " + table.id() + " > ?",
                    table.id()))
        .params(params)
        .query((row, _) -> old(table, row))
        .list();
  }

  private static String columns(EncryptedTable table, String between) {
    return table.fields().stream().map(EncryptedField::column).collect(Collectors.joining(between));
  }

  private static Old old(EncryptedTable table, ResultSet row) throws SQLException {
    var values = new LinkedHashMap<EncryptedField, byte[]>();
    for (EncryptedField field : table.fields()) {
      values.put(field, row.getBytes(field.column()));
    }
    return new Old(row.getObject("id"), values);
  }

  private void write(EncryptedTable table, Old old) {
    List<@Nullable Object> params = new ArrayList<>();
    try {
      old.values().forEach((field, value) -> params.add(anew(field, old.id(), value)));
    } catch (UnreadableRecord damaged) {
      // no key reads it, so the old one is not needed for it either
      unreadable.tell(damaged);
      return;
    }
    params.add(old.id());
    jdbc.sql(
            "update %s set %s = ? where %s = ?"
                .formatted(table.name(), columns(table, " = ?, "), table.id()))
        .params(Arrays.asList(params.toArray()))
        .update();
  }

  private byte @Nullable [] anew(EncryptedField field, Object id, byte @Nullable [] value) {
    return value == null ? null : cipher.encrypt(field, id, cipher.decryptBytes(field, id, value));
  }
}
