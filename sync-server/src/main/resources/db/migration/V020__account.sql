-- Who signs in: a person, or a program with a client of its own. Never removed, since bookings and the
-- audit trail name it; out of service means no sign-in and no request.
create table account (
  id             uuid        not null,
  login          text        not null,
  name           text        not null,
  roles          text[]      not null,
  hospitals      uuid[]      not null default '{}',
  -- also those that are still to come
  every_hospital boolean     not null default false,
  doctor_id      uuid,
  patient_id     uuid,
  active         boolean     not null default true,
  version        integer     not null default 1,
  created_at     timestamptz not null,

  constraint account_pk primary key (id),
  constraint account_login_is_one_accounts unique (login),
  constraint account_login_is_typed_easily check (login ~ '^[a-z0-9][a-z0-9._@+-]{1,99}$'),
  constraint account_name_is_given check (char_length(name) between 1 and 200),
  constraint account_roles_are_known check (
    cardinality(roles) > 0
    and roles <@ array[
      'RECEPTIONIST', 'SCHEDULER', 'DOCTOR', 'ADMIN', 'AUDITOR', 'PATIENT', 'INTEGRATION']),
  constraint account_of_a_doctor_names_one check (
    ('DOCTOR' = any(roles)) = (doctor_id is not null)),
  -- a patient is not staff: the portal's sign-in has no other role
  constraint account_of_a_patient_names_one check (
    ('PATIENT' = any(roles)) = (patient_id is not null)
    and (patient_id is null or cardinality(roles) = 1)),
  constraint account_doctor foreign key (doctor_id) references doctor (id),
  constraint account_patient foreign key (patient_id) references patient (id)
);
