drop function book(
  uuid, uuid, uuid, uuid, integer, integer, integer,
  timestamptz, timestamptz, timestamptz, text, bytea, bytea, uuid, text, timestamptz,
  text, bytea, integer, bytea, text, text, jsonb);

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
--
-- p_hold: the hold of p_account that this ends, if there is one. It needs no change of its own in the
-- stream: a desk lets go of a hold that a booked visit overlaps.
create function book(
  p_id uuid, p_hospital uuid, p_doctor uuid, p_patient uuid,
  p_hospital_version integer, p_doctor_version integer, p_patient_version integer,
  p_start timestamptz, p_end timestamptz, p_occupied_until timestamptz,
  p_type text, p_reason bytea, p_notes bytea, p_room uuid, p_hold uuid, p_account uuid,
  p_by text, p_now timestamptz,
  p_key text, p_hash bytea, p_status integer, p_body bytea, p_etag text, p_location text,
  p_who jsonb default null,
  out outcome text, out sequence bigint,
  out status integer, out body bytea, out etag text, out location text)
  language plpgsql volatile
  -- a connection keeps the plans of its first calls, when a new server's tables are still empty
  set enable_seqscan = off
as $$
declare
  v_during tstzrange := tstzrange(p_start, p_end, '[)');
  v_occupied tstzrange := tstzrange(p_start, p_occupied_until, '[)');
  v_availability uuid;
begin
  perform lock_schedule(
    array[p_doctor], array[p_patient], array_remove(array[p_room], null), p_key);

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

  outcome := 'refused';
  if not as_seen(
      p_hospital, p_hospital_version, p_doctor, p_doctor_version, p_patient, p_patient_version) then
    return;
  end if;
  if p_hold is not null
    and not holds_it(p_hold, p_account, p_hospital, p_doctor, v_during, p_now) then
    return;
  end if;
  v_availability := availability_for(p_hospital, p_doctor, p_patient, v_during, p_room, null);
  if v_availability is null then
    return;
  end if;

  -- the first time will do unless there are holds in the way
  for v_time in 1 .. 2 loop
    insert into appointment (
      id, hospital_id, doctor_id, patient_id, availability_id, during, occupied,
      type, reason, notes, room_id, booked_by, created_at)
    values (
      p_id, p_hospital, p_doctor, p_patient, v_availability, v_during, v_occupied,
      p_type, p_reason, p_notes, p_room, p_by, p_now)
    on conflict do nothing;
    exit when found;
    if v_time = 2
      or not make_way(
        p_doctor, v_occupied, p_patient, v_during, p_room, null, p_hold, p_now) then
      return;
    end if;
  end loop;

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
