package io.daysheet.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

/// The day of twenty doctors with twenty visits each, over REST beside the bare SQL: the same facts
/// in one statement, each of its values fetched.
final class SnapshotRow {

  private static final int WARM_UP = 400;
  private static final int ROUNDS = 200;
  private static final double GOAL = 3;
  private static final int VISITS = 20 * Clinics.DOCTORS_THERE;

  private static final String SQL =
      """
      select null::uuid as id, null::uuid as doctor_id, null::uuid as patient_id, null::bytea as given_name,
        null::bytea as family_name, null::bytea as birth_date, null::timestamptz as starts,
        null::timestamptz as ends, null as type, null as status, null::bytea as reason, null::bytea as notes,
        0 as version, stream_epoch() as epoch,
        (select sequence from stream where hospital_id = ?) as sequence
      union all
      select v.id, v.doctor_id, null, null, null, null, lower(v.during), upper(v.during), null, null,
        null, null, v.version, null, null
      from availability v
      where v.hospital_id = ? and v.during && tstzrange(?, ?)
      union all
      select a.id, a.doctor_id, a.patient_id, p.given_name, p.family_name, p.birth_date,
        lower(a.during), upper(a.during), a.type, a.status, a.reason, a.notes, a.version, null, null
      from appointment a join patient p on p.id = a.patient_id
      where a.hospital_id = ? and a.during && tstzrange(?, ?) and a.status <> 'CANCELLED'
      order by starts nulls first, id
      """;

  private final BenchServer server;
  private final LocalDate date;

  SnapshotRow(BenchServer server, LocalDate date) {
    this.server = server;
    this.date = date;
  }

  Row measure() throws Exception {
    String path =
        "/api/v1/schedule?hospital=%s&date=%s".formatted(Clinics.hospital(Clinics.FULL), date);
    try (var http = new RawHttp(server.address(), server.tokens());
        Connection database = server.connect();
        PreparedStatement sql = database.prepareStatement(SQL)) {
      bind(sql);
      List<Double> rest = new ArrayList<>();
      List<Double> bare = new ArrayList<>();
      int bytes = check(http, path);
      for (int i = 0; i < WARM_UP + ROUNDS; i++) {
        long start = System.nanoTime();
        readAll(sql);
        long middle = System.nanoTime();
        http.get(path);
        long end = System.nanoTime();
        if (i >= WARM_UP) {
          bare.add((middle - start) / 1e6);
          rest.add((end - middle) / 1e6);
        }
      }
      double ratio = Samples.of(rest).median() / Samples.of(bare).median();
      return new Row(
          "Day snapshot, 20 doctors × 20 visits",
          Row.figure("bare SQL by JDBC %.2f ms", Samples.of(bare).median()),
          Row.figure("%.2f ms, %d kB", Samples.of(rest).median(), bytes / 1000),
          Row.figure("%.2f ×", ratio),
          Row.figure("≤ %.0f ×", GOAL),
          ratio <= GOAL);
    }
  }

  private void bind(PreparedStatement sql) throws SQLException {
    OffsetDateTime start = date.atStartOfDay(Clinics.ZONE).toOffsetDateTime();
    OffsetDateTime end = date.plusDays(1).atStartOfDay(Clinics.ZONE).toOffsetDateTime();
    Object hospital = Clinics.hospital(Clinics.FULL);
    Object[] values = {hospital, hospital, start, end, hospital, start, end};
    for (int i = 0; i < values.length; i++) {
      sql.setObject(i + 1, values[i]);
    }
  }

  private static int check(RawHttp http, String path) throws Exception {
    RawHttp.Answer day = http.get(path);
    if (day.status() != 200 || day.body().split("\"patientId\"", -1).length != VISITS + 1) {
      throw new IllegalStateException("the full day was answered with " + day.status());
    }
    return day.body().length();
  }

  private static void readAll(PreparedStatement sql) throws SQLException {
    try (ResultSet rows = sql.executeQuery()) {
      int columns = rows.getMetaData().getColumnCount();
      int count = 0;
      while (rows.next()) {
        for (int i = 1; i <= columns; i++) {
          rows.getObject(i);
        }
        count++;
      }
      if (count != 1 + Clinics.DOCTORS_THERE + VISITS) {
        throw new IllegalStateException("the full day has " + count + " rows");
      }
    }
  }
}
