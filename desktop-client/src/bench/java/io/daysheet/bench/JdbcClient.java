package io.daysheet.bench;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.function.Supplier;

/// Books by the server's own statement and nothing around it: the yardstick.
final class JdbcClient implements Load.Client {

  private static final String BOOK =
      """
      select outcome, sequence, status, body, etag, location
      from book(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  /// As long as the answer that the server keeps for a retry.
  private static final byte[] BODY = new byte[653];

  /// As long as the reason that is booked over REST, encrypted.
  private static final byte[] REASON = new byte[47];

  private final Connection connection;
  private final PreparedStatement book;
  private final Supplier<Slot> slots;
  private final InstantSource clock;
  private final MessageDigest digest;

  JdbcClient(Connection connection, Supplier<Slot> slots, InstantSource clock)
      throws SQLException, NoSuchAlgorithmException {
    this.connection = connection;
    this.book = connection.prepareStatement(BOOK);
    this.slots = slots;
    this.clock = clock;
    this.digest = MessageDigest.getInstance("SHA-256");
  }

  @Override
  public void once() throws SQLException {
    Slot slot = slots.get();
    UUID id = UUID.randomUUID();
    OffsetDateTime start = slot.start().withOffsetSameInstant(ZoneOffset.UTC);
    Object[] values = {
      id,
      Clinics.hospital(Clinics.hospitalOf(slot.doctor())),
      Clinics.doctor(slot.doctor()),
      slot.patient(),
      1,
      1,
      1,
      start,
      start.plusHours(1),
      start.plusHours(1),
      "FOLLOW_UP",
      REASON,
      null,
      null,
      "Bench",
      clock.instant().atOffset(ZoneOffset.UTC),
      UUID.randomUUID().toString(),
      digest.digest(id.toString().getBytes(StandardCharsets.UTF_8)),
      201,
      BODY,
      "\"1\"",
      "/api/v1/appointments/" + id
    };
    for (int i = 0; i < values.length; i++) {
      book.setObject(i + 1, values[i]);
    }
    try (ResultSet row = book.executeQuery()) {
      if (!row.next() || !row.getString("outcome").equals("booked")) {
        throw new IllegalStateException("a free hour was not booked");
      }
    }
  }

  @Override
  public void close() throws SQLException {
    book.close();
    connection.close();
  }
}
