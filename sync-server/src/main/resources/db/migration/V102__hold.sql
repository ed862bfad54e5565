-- A hold is an appointment without a patient: what keeps two visits apart keeps holds apart, too.
-- An expired one still stands here until somebody removes it: whoever comes in its way does, in the
-- same transaction, and a job does soon.
alter table appointment
  alter column patient_id drop not null,
  add column held_until timestamptz,
  add column holder_account uuid,
  -- after a merge two visits of one patient may overlap; that is reported, and nothing is lost
  add column overlaps_after_merge boolean not null default false,
  drop constraint appointment_status_is_known,
  drop constraint appointment_doctor_busy,
  drop constraint appointment_patient_busy,
  drop constraint appointment_inside_availability,
  add constraint appointment_status_is_known check (
    status in ('HELD', 'SCHEDULED', 'CONFIRMED', 'ARRIVED', 'COMPLETED', 'CANCELLED', 'NO_SHOW')),
  add constraint appointment_is_somebodys_or_held check (
    (status = 'HELD') = (patient_id is null)
    and (status = 'HELD') = (held_until is not null)
    and (status = 'HELD') = (holder_account is not null));

alter table appointment
  alter column active_during set expression as (
    case when status in ('HELD', 'SCHEDULED', 'CONFIRMED', 'ARRIVED', 'COMPLETED')
      then during end);

alter table appointment
  -- one visit or hold at a time for a doctor, at whichever hospital
  add constraint appointment_doctor_busy
    exclude using gist (doctor_id with =, occupied with &&)
    where (status in ('HELD', 'SCHEDULED', 'CONFIRMED', 'ARRIVED', 'COMPLETED')),
  -- and for a patient
  add constraint appointment_patient_busy
    exclude using gist (patient_id with =, during with &&)
    where (status in ('SCHEDULED', 'CONFIRMED', 'ARRIVED', 'COMPLETED')
      and not overlaps_after_merge),
  -- and in a room
  add constraint appointment_room_busy
    exclude using gist (room_id with =, during with &&)
    where (status in ('SCHEDULED', 'CONFIRMED', 'ARRIVED', 'COMPLETED') and room_id is not null),
  add constraint appointment_room foreign key (room_id, hospital_id)
    references room (id, hospital_id),
  -- a visit that takes time lies inside one availability of that doctor at that hospital, whoever
  -- removes or shortens the availability at that moment
  add constraint appointment_inside_availability
    foreign key (availability_id, hospital_id, doctor_id, period active_during)
    references availability (id, hospital_id, doctor_id, period during);

-- those that expire next
create index appointment_held on appointment (held_until) where status = 'HELD';
