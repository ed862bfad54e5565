-- Time off that is gone, as long as the streams may still have to tell of it: what it was for.
create table time_off_removed (
  id     uuid not null,
  reason text not null,

  constraint time_off_removed_pk primary key (id),
  constraint time_off_removed_reason_is_known check (reason in ('VACATION', 'CME', 'SICK'))
);
