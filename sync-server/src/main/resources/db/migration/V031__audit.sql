-- Numbers of transactions are those of one database cluster. What is restored from a dump into
-- another goes on in a new era, whose numbers begin anew.
create table audit_era (
  era               integer not null,
  system_identifier bigint  not null,

  constraint audit_era_pk primary key (era)
);

insert into audit_era (era, system_identifier)
select 1, system_identifier from pg_control_system();

-- Who did what to which patients' data. The server's role reads it and adds to it by write_audit, and
-- nothing else.
create table audit_entry (
  -- the transaction that wrote it: in (era, xid, id) order the entries are sealed
  era          integer     not null,
  xid          bigint      not null,
  id           bigint      not null generated always as identity,
  at           timestamptz not null,
  action       text        not null,
  outcome      text        not null,
  -- the problem's code, if it was refused
  code         text,
  -- null: the server itself
  account_id   uuid,
  account_name text,
  roles        text,
  client       text,
  address      text,
  desk         text,
  request_id   uuid,
  subject_kind text,
  subject_id   uuid,
  hospital_id  uuid,
  -- whose data it was about
  patients     uuid[]      not null,
  -- to whom it was shown, where it was not one account that asked
  readers      uuid[],
  -- encrypted: what people write as a reason is about patients
  reason       bytea,

  constraint audit_entry_pk primary key (era, xid, id),
  constraint audit_entry_action_is_a_word check (action ~ '^[a-z][a-z-]{2,49}$'),
  constraint audit_entry_outcome_is_known check (
    outcome in ('done', 'repeated', 'refused', 'forbidden'))
) with (fillfactor = 100);

-- newest first, within a time, of one account, about one patient
create index audit_entry_at on audit_entry (at, id);
create index audit_entry_of_an_account on audit_entry (account_id, at, id);
create index audit_entry_about_a_patient on audit_entry using gin (patients);
create index audit_entry_shown_to on audit_entry using gin (readers) where readers is not null;
-- what did not go well is rare, and asked for first
create index audit_entry_not_done on audit_entry (at, id) where outcome in ('refused', 'forbidden');

revoke all on audit_era, audit_entry from daysheet_app;
grant select on audit_era, audit_entry to daysheet_app;

-- Begins a new era if this is not the cluster in which the last one was.
create function begin_audit_era() returns integer
  language sql volatile security definer set search_path = public, pg_temp
begin atomic
  insert into audit_era (era, system_identifier)
  select last.era + 1, here.system_identifier
  from (select era, system_identifier from audit_era order by era desc limit 1) as last,
    pg_control_system() as here
  where here.system_identifier <> last.system_identifier
  on conflict do nothing;
  select max(era) from audit_era;
end;

-- Adds one entry, in the transaction of whoever calls it.
--
-- p_who is what the server knows of the caller, as one document, so that a command stays one
-- statement: account, name, roles, client, address, desk, request, reason (base64). Null: the server.
create function write_audit(
  p_who jsonb, p_at timestamptz, p_action text, p_outcome text,
  p_subject_kind text, p_subject uuid, p_hospital uuid, p_patients uuid[],
  p_code text default null, p_readers uuid[] default null) returns void
  language sql volatile security definer set search_path = public, pg_temp
begin atomic
  insert into audit_entry (
    era, xid, at, action, outcome, code,
    account_id, account_name, roles, client, address, desk, request_id,
    subject_kind, subject_id, hospital_id, patients, readers, reason)
  values (
    (select max(era) from audit_era), pg_current_xact_id()::text::bigint,
    p_at, p_action, p_outcome, p_code,
    (p_who ->> 'account')::uuid, p_who ->> 'name', p_who ->> 'roles', p_who ->> 'client',
    p_who ->> 'address', p_who ->> 'desk', (p_who ->> 'request')::uuid,
    p_subject_kind, p_subject, p_hospital, p_patients, p_readers,
    decode(p_who ->> 'reason', 'base64'));
end;

revoke execute on function begin_audit_era() from public;
revoke execute
  on function write_audit(
    jsonb, timestamptz, text, text, text, uuid, uuid, uuid[], text, uuid[])
  from public;
grant execute on function begin_audit_era() to daysheet_app;
grant execute
  on function write_audit(
    jsonb, timestamptz, text, text, text, uuid, uuid, uuid[], text, uuid[])
  to daysheet_app;
