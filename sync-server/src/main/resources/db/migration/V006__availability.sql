create table availability (
  id          uuid      not null,
  hospital_id uuid      not null,
  doctor_id   uuid      not null,
  during      tstzrange not null,
  plan_id     uuid,
  created_by  text,
  version     integer   not null default 1,

  constraint availability_pk primary key (id),
  constraint availability_during_is_a_range check (is_time_range(during)),
  constraint availability_hospital foreign key (hospital_id) references hospital (id),
  constraint availability_doctor foreign key (doctor_id) references doctor (id),
  -- a doctor is at one place at a time
  constraint availability_once_a_doctor unique (doctor_id, during without overlaps),
  -- what an appointment's period points to
  constraint availability_holds_appointments
    unique (id, hospital_id, doctor_id, during without overlaps)
);

-- one hospital's day
create index availability_of_a_day on availability using gist (hospital_id, during);
