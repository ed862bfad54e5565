package io.daysheet.server.booking;

import static org.assertj.core.api.Assertions.assertThat;

import io.daysheet.server.TestHospital;
import java.util.Map;
import java.util.TreeMap;

/// What must be true of the schedule whatever was tried, asked of all that was written at a
/// hospital in one statement. The database guards most of it by constraints: here it is said anew,
/// in other words.
public final class Unbroken {

  private static final String SQL =
      """
      with active as (
        select a.*, a.hospital_id = :hospital as ours
        from appointment a
        where a.status in ('HELD', 'SCHEDULED', 'CONFIRMED', 'ARRIVED', 'COMPLETED')
          and (a.hospital_id = :hospital
            or a.doctor_id in (select doctor_id from doctor_hospital where hospital_id = :hospital)
            or a.patient_id in (select patient_id from appointment where hospital_id = :hospital))),
      pair as (
        select a.doctor_id = b.doctor_id and a.occupied && b.occupied as of_doctor,
          a.patient_id = b.patient_id and a.during && b.during
            and not (a.overlaps_after_merge or b.overlaps_after_merge) as of_patient,
          a.room_id = b.room_id and a.during && b.during as of_room
        from active a join active b on a.id < b.id
        where a.ours or b.ours)
      select 'two at once of a doctor' as broken, count(*) from pair where of_doctor
      union all
      select 'two at once of a patient', count(*) from pair where of_patient
      union all
      select 'two at once in a room', count(*) from pair where of_room
      union all
      select 'outside of an availability', count(*) from active a
      where ours and not exists (
        select from availability v
        where v.id = a.availability_id and v.doctor_id = a.doctor_id
          and v.hospital_id = a.hospital_id and v.during @> a.during)
      union all
      select 'availabilities of a doctor that overlap', count(*)
      from availability a join availability b on a.id <> b.id and a.doctor_id = b.doctor_id
      where a.hospital_id = :hospital and a.during && b.during
      union all
      select 'a range that is empty, open or closed at its end', count(*)
      from (
        select during from appointment where hospital_id = :hospital
        union all
        select occupied from appointment where hospital_id = :hospital
        union all
        select during from availability where hospital_id = :hospital
        union all
        select t.during from time_off t join doctor_hospital d on d.doctor_id = t.doctor_id
        where d.hospital_id = :hospital) as r
      where isempty(during) or lower_inf(during) or upper_inf(during)
        or not lower_inc(during) or upper_inc(during)
      union all
      select 'a visit that takes another time of its doctor', count(*) from active
      where ours and not (lower(occupied) = lower(during) and upper(occupied) >= upper(during))
      union all
      select 'a hold of nobody, or a visit of none', count(*) from active
      where ours and (status = 'HELD') <>
        any (array[patient_id is null, held_until is not null, holder_account is not null])
      union all
      select 'a version without its event', count(*) from appointment a
      where a.hospital_id = :hospital and a.status <> 'HELD' and a.version <>
        1 + (select count(*) from appointment_event e where e.appointment_id = a.id)
      union all
      select 'a gap in the stream',
        coalesce(max(c.sequence), 0) - count(*) + abs(coalesce(max(c.sequence), 0)
          - coalesce((select sequence from stream where hospital_id = :hospital), 0))
      from change c where c.hospital_id = :hospital
      """;

  private Unbroken() {}

  public static void check(TestHospital hospital) {
    Map<String, Long> broken =
        hospital
            .jdbc()
            .sql("select * from (" + SQL + ") as each where count <> 0")
            .param("hospital", hospital.id())
            .query(rows -> {
              Map<String, Long> found = new TreeMap<>();
              while (rows.next()) {
                found.put(rows.getString("broken"), rows.getLong("count"));
              }
              return found;
            });
    assertThat(broken).isEmpty();
  }
}
