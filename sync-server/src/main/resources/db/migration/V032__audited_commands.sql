-- The commands as before, each with the entry of what it did: p_who as write_audit takes it.

drop function book(
  uuid, uuid, uuid, uuid, integer, integer, integer,
  timestamptz, timestamptz, timestamptz, text, text, text, uuid, text, timestamptz,
  text, bytea, integer, text, text, text);

-- One booking in one round trip. The caller has asked the rules about the request; what only the
-- schedule can tell is told here by inserting or not.
--
-- outcome: booked, with the number in the stream; repeated, with the answer that this key got the
-- first time; key-reused; refused, and nothing is written: the caller then loads the facts to explain.
--
-- The rules about the request were asked of what the node remembers of hospital, doctor and patient.
-- The caller names the versions it saw: if one of them has changed since, the booking is refused,
-- and the caller looks again. So a node's memory may be old, but never wrong, and it needs no round
-- trip to be sure.
create function book(
  p_id uuid, p_hospital uuid, p_doctor uuid, p_patient uuid,
  p_hospital_version integer, p_doctor_version integer, p_patient_version integer,
  p_start timestamptz, p_end timestamptz, p_occupied_until timestamptz,
  p_type text, p_reason text, p_notes text, p_room uuid, p_by text, p_now timestamptz,
  p_key text, p_hash bytea, p_status integer, p_body text, p_etag text, p_location text,
  p_who jsonb default null,
  out outcome text, out sequence bigint,
  out status integer, out body text, out etag text, out location text)
  language plpgsql volatile
  -- a connection keeps the plans of its first calls, when a new server's tables are still empty
  set enable_seqscan = off
as $$
declare
  v_during tstzrange := tstzrange(p_start, p_end, '[)');
  v_availability uuid;
begin
  perform lock_schedule(array[p_doctor], array[p_patient], p_key);

  select first.* into outcome, status, body, etag, location
  from first_answer(p_key, p_hash) as first;
  if found then
    if outcome = 'repeated' then
      perform write_audit(
        p_who, p_now, 'appointment-booked', 'repeated',
        'appointment', null, p_hospital, array[p_patient]);
    end if;
    return;
  end if;

  select a.id into v_availability
  from availability a
  where a.doctor_id = p_doctor and a.hospital_id = p_hospital and a.during @> v_during
    and exists (
      select from hospital h where h.id = p_hospital and h.version = p_hospital_version and h.active)
    and exists (
      select from doctor d where d.id = p_doctor and d.version = p_doctor_version and d.active)
    and exists (
      select from patient p where p.id = p_patient and p.version = p_patient_version and p.active);
  if not found then
    outcome := 'refused';
    return;
  end if;

  insert into appointment (
    id, hospital_id, doctor_id, patient_id, availability_id, during, occupied,
    type, reason, notes, room_id, booked_by, created_at)
  values (
    p_id, p_hospital, p_doctor, p_patient, v_availability, v_during,
    tstzrange(p_start, p_occupied_until, '[)'),
    p_type, p_reason, p_notes, p_room, p_by, p_now)
  on conflict do nothing;
  if not found then
    outcome := 'refused';
    return;
  end if;

  if p_key is not null then
    insert into idempotency (key, request_hash, status, body, etag, location, created_at)
    values (p_key, p_hash, p_status, p_body, p_etag, p_location, p_now);
  end if;

  perform write_audit(
    p_who, p_now, 'appointment-booked', 'done',
    'appointment', p_id, p_hospital, array[p_patient]);

  outcome := 'booked';
  sequence := commit_change(
    p_hospital, 'appointment-booked', p_id, p_doctor, v_during, 1, p_by, p_now);
end
$$;

drop function cancel_appointment(
  uuid, integer, text, text, timestamptz, text, bytea, integer, text, text);

-- Frees a visit's time, if it still is as the caller saw it and has not begun.
--
-- outcome: cancelled, repeated, key-reused, or refused.
create function cancel_appointment(
  p_id uuid, p_version integer, p_reason text, p_by text, p_now timestamptz,
  p_key text, p_hash bytea, p_status integer, p_body text, p_etag text,
  p_who jsonb default null,
  out outcome text, out sequence bigint,
  out status integer, out body text, out etag text, out location text)
  language plpgsql volatile
  -- a connection keeps the plans of its first calls, when a new server's tables are still empty
  set enable_seqscan = off
as $$
declare
  v_seen appointment;
begin
  -- its doctor and patient never change while its version stays
  select * into v_seen from appointment a where a.id = p_id;
  perform lock_schedule(
    array_remove(array[v_seen.doctor_id], null), array_remove(array[v_seen.patient_id], null), p_key);

  select first.* into outcome, status, body, etag, location
  from first_answer(p_key, p_hash) as first;
  if found then
    if outcome = 'repeated' then
      perform write_audit(
        p_who, p_now, 'appointment-cancelled', 'repeated',
        'appointment', p_id, v_seen.hospital_id, array_remove(array[v_seen.patient_id], null));
    end if;
    return;
  end if;

  update appointment a
  set status = 'CANCELLED', cancellation_reason = p_reason, version = a.version + 1
  where a.id = p_id and a.version = p_version
    and a.status in ('SCHEDULED', 'CONFIRMED') and lower(a.during) > p_now;
  if not found then
    outcome := 'refused';
    return;
  end if;

  if p_key is not null then
    insert into idempotency (key, request_hash, status, body, etag, created_at)
    values (p_key, p_hash, p_status, p_body, p_etag, p_now);
  end if;

  perform write_audit(
    p_who, p_now, 'appointment-cancelled', 'done',
    'appointment', p_id, v_seen.hospital_id, array_remove(array[v_seen.patient_id], null));

  outcome := 'cancelled';
  sequence := commit_change(
    v_seen.hospital_id, 'appointment-changed', p_id, v_seen.doctor_id, v_seen.during,
    p_version + 1, p_by, p_now);
end
$$;

drop function create_availability(
  uuid, uuid, uuid, timestamptz, timestamptz, text, timestamptz,
  text, bytea, integer, text, text, text);

-- outcome: created, repeated, key-reused, or refused: the doctor is available somewhere then already,
-- or somebody is out of service.
create function create_availability(
  p_id uuid, p_hospital uuid, p_doctor uuid, p_start timestamptz, p_end timestamptz,
  p_by text, p_now timestamptz,
  p_key text, p_hash bytea, p_status integer, p_body text, p_etag text, p_location text,
  p_who jsonb default null,
  out outcome text, out sequence bigint,
  out status integer, out body text, out etag text, out location text)
  language plpgsql volatile
  -- a connection keeps the plans of its first calls, when a new server's tables are still empty
  set enable_seqscan = off
as $$
declare
  v_during tstzrange := tstzrange(p_start, p_end, '[)');
begin
  perform lock_schedule(array[p_doctor], '{}', p_key);

  select first.* into outcome, status, body, etag, location
  from first_answer(p_key, p_hash) as first;
  if found then
    if outcome = 'repeated' then
      perform write_audit(
        p_who, p_now, 'availability-created', 'repeated',
        'availability', null, p_hospital, '{}');
    end if;
    return;
  end if;

  insert into availability (id, hospital_id, doctor_id, during, created_by)
  select p_id, p_hospital, p_doctor, v_during, p_by
  where exists (select from hospital h where h.id = p_hospital and h.active)
    and exists (select from doctor d where d.id = p_doctor and d.active)
  on conflict do nothing;
  if not found then
    outcome := 'refused';
    return;
  end if;

  if p_key is not null then
    insert into idempotency (key, request_hash, status, body, etag, location, created_at)
    values (p_key, p_hash, p_status, p_body, p_etag, p_location, p_now);
  end if;

  perform write_audit(
    p_who, p_now, 'availability-created', 'done',
    'availability', p_id, p_hospital, '{}');

  outcome := 'created';
  sequence := commit_change(
    p_hospital, 'availability-created', p_id, p_doctor, v_during, 1, p_by, p_now);
end
$$;

drop function remove_availability(
  uuid, integer, text, timestamptz, text, bytea, integer);

-- outcome: removed, repeated, key-reused, in-use while a visit inside takes time, or refused: it is
-- another version by now, or gone.
create function remove_availability(
  p_id uuid, p_version integer, p_by text, p_now timestamptz,
  p_key text, p_hash bytea, p_status integer,
  p_who jsonb default null,
  out outcome text, out sequence bigint,
  out status integer, out body text, out etag text, out location text)
  language plpgsql volatile
  -- a connection keeps the plans of its first calls, when a new server's tables are still empty
  set enable_seqscan = off
as $$
declare
  v_seen availability;
begin
  select * into v_seen from availability a where a.id = p_id;
  perform lock_schedule(array_remove(array[v_seen.doctor_id], null), '{}', p_key);

  select first.* into outcome, status, body, etag, location
  from first_answer(p_key, p_hash) as first;
  if found then
    if outcome = 'repeated' then
      perform write_audit(
        p_who, p_now, 'availability-removed', 'repeated',
        'availability', p_id, v_seen.hospital_id, '{}');
    end if;
    return;
  end if;

  if exists (
    select from appointment a where a.availability_id = p_id and a.active_during is not null) then
    outcome := 'in-use';
    return;
  end if;

  delete from availability a where a.id = p_id and a.version = p_version;
  if not found then
    outcome := 'refused';
    return;
  end if;

  if p_key is not null then
    insert into idempotency (key, request_hash, status, created_at)
    values (p_key, p_hash, p_status, p_now);
  end if;

  perform write_audit(
    p_who, p_now, 'availability-removed', 'done',
    'availability', p_id, v_seen.hospital_id, '{}');

  outcome := 'removed';
  sequence := commit_change(
    v_seen.hospital_id, 'availability-removed', p_id, v_seen.doctor_id, v_seen.during,
    p_version + 1, p_by, p_now);
end
$$;
