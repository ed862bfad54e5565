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

  outcome := 'booked';
  sequence := commit_change(
    p_hospital, 'appointment-booked', p_id, p_doctor, v_during, 1, p_by, p_now);
end
$$;
