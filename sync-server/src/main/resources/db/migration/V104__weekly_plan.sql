-- One weekday of a doctor's recurring week, by the hospital's wall clock; minutes since midnight.
create table weekly_plan (
  id           uuid    not null,
  hospital_id  uuid    not null,
  doctor_id    uuid    not null,
  -- 1 is Monday
  day          integer not null,
  starts       integer not null,
  ends         integer not null,
  valid_from   date    not null,
  valid_until  date,
  version      integer not null default 1,

  constraint weekly_plan_pk primary key (id),
  constraint weekly_plan_hospital foreign key (hospital_id) references hospital (id),
  constraint weekly_plan_doctor foreign key (doctor_id) references doctor (id),
  constraint weekly_plan_day_is_a_weekday check (day between 1 and 7),
  constraint weekly_plan_ends_after_it_starts check (
    starts between 0 and 1439 and ends between 1 and 1440 and starts < ends),
  constraint weekly_plan_is_valid_for_a_day check (valid_until >= valid_from)
);

create index weekly_plan_of_a_doctor on weekly_plan (doctor_id);
create index weekly_plan_of_a_hospital on weekly_plan (hospital_id);

-- A single date that is otherwise; without times the doctor does not work that date.
create table weekly_plan_date (
  plan_id uuid    not null,
  date    date    not null,
  starts  integer,
  ends    integer,

  constraint weekly_plan_date_pk primary key (plan_id, date),
  constraint weekly_plan_date_plan foreign key (plan_id) references weekly_plan (id) on delete cascade,
  constraint weekly_plan_date_is_a_time_or_none check (
    (starts is null) = (ends is null) and starts between 0 and 1439 and ends between 1 and 1440
    and starts < ends)
);

-- A published availability: by which plan, for which of its dates, and whether somebody has changed
-- it by hand since, so that the plan leaves it alone.
alter table availability
  add column plan_date date,
  add column changed_by_hand boolean not null default false,
  add constraint availability_plan foreign key (plan_id) references weekly_plan (id)
    on delete set null;

create unique index availability_of_a_plans_date on availability (plan_id, plan_date)
  where plan_id is not null;
