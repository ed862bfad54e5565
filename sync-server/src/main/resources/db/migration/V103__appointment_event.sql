-- What happened to a visit after it was booked; the booking itself stands in the visit's own row.
create table appointment_event (
  id             uuid        not null default gen_random_uuid(),
  appointment_id uuid        not null,
  -- the visit's version after it
  version        integer     not null,
  at             timestamptz not null,
  by             text,
  kind           text        not null,
  status         text        not null,
  doctor_id      uuid        not null,
  during         tstzrange   not null,
  -- where it was before, if it was moved
  from_doctor    uuid,
  from_during    tstzrange,
  -- encrypted
  reason         bytea,

  constraint appointment_event_pk primary key (id),
  constraint appointment_event_is_one_versions unique (appointment_id, version),
  constraint appointment_event_appointment foreign key (appointment_id) references appointment (id),
  constraint appointment_event_during_is_a_range check (is_time_range(during)),
  constraint appointment_event_reason_fits check (octet_length(reason) <= 4 * 500 + 33)
);

-- The past is added to, never rewritten; but for the reason, which is encrypted anew when its key is
-- replaced.
revoke update, delete on appointment_event from daysheet_app;
grant update (reason) on appointment_event to daysheet_app;
