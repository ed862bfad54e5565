-- A doctor's absence, at whichever hospitals. It blocks slots and deletes nothing; two may overlap.
create table time_off (
  id         uuid        not null,
  doctor_id  uuid        not null,
  during     tstzrange   not null,
  reason     text        not null,
  created_by text,
  version    integer     not null default 1,

  constraint time_off_pk primary key (id),
  constraint time_off_doctor foreign key (doctor_id) references doctor (id),
  constraint time_off_during_is_a_range check (is_time_range(during)),
  constraint time_off_reason_is_known check (reason in ('VACATION', 'CME', 'SICK'))
);

-- whether a doctor is away
create index time_off_of_a_doctor on time_off using gist (doctor_id, during);
