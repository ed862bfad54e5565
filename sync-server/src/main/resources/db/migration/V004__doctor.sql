create table doctor (
  id                   uuid    not null,
  name                 text    not null,
  specialties          text[]  not null default '{}',
  languages            text[]  not null default '{}',
  npi                  text,
  accepts_new_patients boolean not null default true,
  insurance_plans      text[]  not null default '{}',
  active               boolean not null default true,
  version              integer not null default 1,

  constraint doctor_pk primary key (id),
  constraint doctor_name_is_given check (char_length(name) between 1 and 200),
  constraint doctor_npi_has_ten_digits check (npi ~ '^[0-9]{10}$'),
  constraint doctor_npi_is_one_persons unique (npi)
);

create table doctor_hospital (
  doctor_id   uuid not null,
  hospital_id uuid not null,

  constraint doctor_hospital_pk primary key (doctor_id, hospital_id),
  constraint doctor_hospital_doctor foreign key (doctor_id) references doctor (id),
  constraint doctor_hospital_hospital foreign key (hospital_id) references hospital (id)
);

create index doctor_hospital_by_hospital on doctor_hospital (hospital_id);
