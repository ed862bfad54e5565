package io.daysheet.server.booking;

import static org.assertj.core.api.Assertions.assertThat;

import io.daysheet.server.TestHospital;

/// What the database guards, asked of all that was written at a hospital.
public final class Unbroken {

  private Unbroken() {}

  public static void check(TestHospital hospital) {
    assertThat(
            hospital.count(
                """
                select count(*) from appointment a join appointment b
                  on a.id < b.id and a.active_during && b.active_during
                    and (a.doctor_id = b.doctor_id or a.patient_id = b.patient_id
                      or a.room_id = b.room_id)
                where a.hospital_id = ?
                """,
                hospital.id()))
        .as("two at once")
        .isZero();
    assertThat(
            hospital.count(
                """
                select count(*) from appointment a
                where a.hospital_id = ? and a.active_during is not null
                  and not exists (
                    select from availability v
                    where v.id = a.availability_id and v.during @> a.during)
                """,
                hospital.id()))
        .as("outside of an availability")
        .isZero();
    assertThat(
            hospital.count(
                """
                select count(*) from availability a join availability b
                  on a.id < b.id and a.doctor_id = b.doctor_id and a.during && b.during
                where a.hospital_id = ?
                """,
                hospital.id()))
        .as("availabilities that overlap")
        .isZero();
    assertThat(
            hospital.count(
                "select max(sequence) - count(*) from change where hospital_id = ?", hospital.id()))
        .as("gaps in the stream")
        .isZero();
  }
}
