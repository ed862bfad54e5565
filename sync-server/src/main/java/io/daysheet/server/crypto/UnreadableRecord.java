package io.daysheet.server.crypto;

/// A value that was not encrypted for this row and column, was changed, or whose key is gone. It
/// names the place and nothing of the value.
public final class UnreadableRecord extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final String table;
  private final String row;

  UnreadableRecord(EncryptedField field, Object row) {
    super(
        field.table() + "." + field.column() + " of " + row + " can't be decrypted",
        null,
        false,
        false);
    this.table = field.table();
    this.row = row.toString();
  }

  public String table() {
    return table;
  }

  public String row() {
    return row;
  }
}
