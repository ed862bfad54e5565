create table appointment (
  id                  uuid        not null,
  hospital_id         uuid        not null,
  doctor_id           uuid        not null,
  patient_id          uuid        not null,
  -- once the visit is cancelled this may name an availability that is gone
  availability_id     uuid        not null,
  during              tstzrange   not null,
  -- the visit and the buffer after it: what it takes of the doctor
  occupied            tstzrange   not null,
  status              text        not null default 'SCHEDULED',
  -- null as soon as the time is free again, so that nothing needs an availability any more
  active_during       tstzrange   generated always as (
    case when status in ('SCHEDULED', 'CONFIRMED', 'ARRIVED', 'COMPLETED') then during end) stored,
  type                text        not null,
  reason              text,
  notes               text,
  cancellation_reason text,
  room_id             uuid,
  telehealth_link     text,
  booked_by           text,
  version             integer     not null default 1,
  created_at          timestamptz not null,

  constraint appointment_pk primary key (id),
  constraint appointment_status_is_known check (
    status in ('SCHEDULED', 'CONFIRMED', 'ARRIVED', 'COMPLETED', 'CANCELLED', 'NO_SHOW')),
  constraint appointment_during_is_a_range check (is_time_range(during)),
  constraint appointment_occupied_begins_with_it check (
    is_time_range(occupied) and lower(occupied) = lower(during) and occupied @> during),
  constraint appointment_reason_fits check (char_length(reason) <= 500),
  constraint appointment_cancellation_reason_fits check (char_length(cancellation_reason) <= 500),
  constraint appointment_notes_fit check (char_length(notes) <= 10000),
  constraint appointment_hospital foreign key (hospital_id) references hospital (id),
  constraint appointment_doctor foreign key (doctor_id) references doctor (id),
  constraint appointment_patient foreign key (patient_id) references patient (id),

  -- one visit at a time for a doctor, at whichever hospital
  constraint appointment_doctor_busy
    exclude using gist (doctor_id with =, occupied with &&)
    where (status in ('SCHEDULED', 'CONFIRMED', 'ARRIVED', 'COMPLETED')),
  -- and for a patient
  constraint appointment_patient_busy
    exclude using gist (patient_id with =, during with &&)
    where (status in ('SCHEDULED', 'CONFIRMED', 'ARRIVED', 'COMPLETED')),
  -- a visit that takes time lies inside one availability of that doctor at that hospital, whoever
  -- removes or shortens the availability at that moment
  constraint appointment_inside_availability
    foreign key (availability_id, hospital_id, doctor_id, period active_during)
    references availability (id, hospital_id, doctor_id, period during)
);

-- one hospital's day
create index appointment_of_a_day on appointment using gist (hospital_id, during);
-- one patient's visits, soonest first, also those that take no time any more
create index appointment_of_a_patient on appointment (patient_id, lower(during));
-- whether an availability is in use
create index appointment_in_availability on appointment (availability_id);
