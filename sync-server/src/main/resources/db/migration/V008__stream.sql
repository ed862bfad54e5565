-- How far each hospital's stream has come. The row is updated as the last thing in a transaction, so
-- the numbers have no gaps and the order of the numbers is the order of the commits.
create table stream (
  hospital_id uuid   not null,
  sequence    bigint not null,

  constraint stream_pk primary key (hospital_id),
  constraint stream_hospital foreign key (hospital_id) references hospital (id)
) with (fillfactor = 20);

-- What was committed: which thing, never about whom. It is told with the thing's state, which is read
-- when it is told, so that a reader gets what that reader may see.
create table change (
  hospital_id uuid        not null,
  sequence    bigint      not null,
  at          timestamptz not null,
  kind        text        not null,
  subject_id  uuid        not null,
  doctor_id   uuid,
  during      tstzrange,
  version     integer     not null,
  by          text,

  constraint change_pk primary key (hospital_id, sequence)
);

-- old ones are removed by time; rows come in that order, so a very small index will do
create index change_at on change using brin (at) with (pages_per_range = 16);

-- Tells one history from another. A restore to an earlier moment keeps the number here but starts a
-- new timeline: both together are new after it, and every desk then loads its day again.
create table epoch (
  id uuid not null,

  constraint epoch_pk primary key (id)
);

insert into epoch (id) values (gen_random_uuid());

create function stream_epoch() returns text
  language sql stable
  return (
    select id || '.' || ltrim(substr(pg_walfile_name(pg_current_wal_insert_lsn()), 1, 8), '0')
    from epoch
  );

-- Writes the change and answers its number. It holds the hospital's row until the commit: nothing
-- that takes time comes after it.
create function commit_change(
  p_hospital uuid, p_kind text, p_subject uuid, p_doctor uuid, p_during tstzrange,
  p_version integer, p_by text, p_now timestamptz) returns bigint
  language sql volatile
begin atomic
  with next as (
    insert into stream as s (hospital_id, sequence) values (p_hospital, 1)
    on conflict (hospital_id) do update set sequence = s.sequence + 1
    returning sequence
  )
  insert into change (hospital_id, sequence, at, kind, subject_id, doctor_id, during, version, by)
  select p_hospital, next.sequence, p_now, p_kind, p_subject, p_doctor, p_during, p_version, p_by
  from next
  returning sequence;
end;
