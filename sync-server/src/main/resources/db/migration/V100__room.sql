-- A place in a hospital that holds one visit at a time.
create table room (
  id          uuid    not null,
  hospital_id uuid    not null,
  name        text    not null,
  active      boolean not null default true,
  version     integer not null default 1,

  constraint room_pk primary key (id),
  constraint room_hospital foreign key (hospital_id) references hospital (id),
  constraint room_name_is_given check (char_length(name) between 1 and 100),
  constraint room_name_is_one_rooms unique (hospital_id, name),
  -- what a visit's room points to: it is of the visit's hospital
  constraint room_of_a_hospital unique (id, hospital_id)
);
