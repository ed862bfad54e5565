drop function cancel_appointment(
  uuid, integer, bytea, text, timestamptz, text, bytea, integer, bytea, text, jsonb);

-- Takes a visit to its next status: confirmed, checked-in, check-in-undone, completed, cancelled or
-- no-show, as its event and, behind `appointment-`, its entry in the audit are called.
--
-- A late arrival takes its time again (p_room and p_occupied_until, otherwise not looked at), and is
-- refused if somebody else has it by now.
--
-- outcome: changed, repeated, key-reused, or refused, and then nothing is written.
create function step_appointment(
  p_id uuid, p_version integer, p_kind text, p_to text, p_cancellation_reason bytea,
  p_room uuid, p_occupied_until timestamptz, p_event uuid, p_by text, p_now timestamptz,
  p_key text, p_hash bytea, p_status integer, p_body bytea, p_etag text,
  p_who jsonb default null,
  out outcome text, out sequence bigint,
  out status integer, out body bytea, out etag text, out location text)
  language plpgsql volatile
  -- a connection keeps the plans of its first calls, when a new server's tables are still empty
  set enable_seqscan = off
as $$
declare
  v_seen appointment;
  v_late boolean;
  v_occupied tstzrange;
  v_availability uuid;
begin
  -- its hospital, doctor, patient, time and room never change while its version stays
  select * into v_seen from appointment a where a.id = p_id;
  v_late := v_seen.status = 'NO_SHOW' and p_to = 'ARRIVED';
  perform lock_schedule(
    array_remove(array[v_seen.doctor_id], null),
    array_remove(array[v_seen.patient_id], null),
    case when v_late then array_remove(array[p_room], null) else '{}' end, p_key);

  select first.* into outcome, status, body, etag, location
  from first_answer(p_key, p_hash) as first;
  if found then
    if outcome = 'repeated' then
      perform write_audit(
        p_who, p_now, 'appointment-' || p_kind, 'repeated',
        'appointment', p_id, v_seen.hospital_id, array_remove(array[v_seen.patient_id], null));
    end if;
    return;
  end if;

  outcome := 'refused';
  -- who had the locks before may have changed it
  perform from appointment a
  where a.id = p_id and a.version = p_version and v_seen.version = p_version
    and case p_to
      when 'CONFIRMED' then a.status = 'SCHEDULED' and lower(a.during) > p_now
      when 'CANCELLED' then a.status in ('SCHEDULED', 'CONFIRMED') and lower(a.during) > p_now
      when 'NO_SHOW' then a.status in ('SCHEDULED', 'CONFIRMED') and lower(a.during) <= p_now
      when 'ARRIVED' then a.status in ('SCHEDULED', 'CONFIRMED', 'NO_SHOW')
      else a.status = 'ARRIVED'
    end
  for update;
  if not found then
    return;
  end if;

  v_availability := v_seen.availability_id;
  v_occupied := v_seen.occupied;
  if v_late then
    v_occupied := tstzrange(lower(v_seen.during), p_occupied_until, '[)');
    v_availability := availability_for(
      v_seen.hospital_id, v_seen.doctor_id, v_seen.patient_id, v_seen.during, p_room, p_id);
    if v_availability is null
      or not make_way(
        v_seen.doctor_id, v_occupied, v_seen.patient_id, v_seen.during, p_room,
        p_id, null, p_now) then
      return;
    end if;
  end if;

  update appointment a
  set status = p_to, availability_id = v_availability, occupied = v_occupied,
    room_id = case when v_late then p_room else a.room_id end,
    overlaps_after_merge = a.overlaps_after_merge and not v_late,
    cancellation_reason = p_cancellation_reason,
    version = a.version + 1
  where a.id = p_id;

  insert into appointment_event (
    id, appointment_id, version, at, by, kind, status, doctor_id, during)
  values (
    p_event, p_id, p_version + 1, p_now, p_by, p_kind, p_to, v_seen.doctor_id, v_seen.during);

  if p_key is not null then
    insert into idempotency (key, request_hash, status, body, etag, created_at)
    values (p_key, p_hash, p_status, p_body, p_etag, p_now);
  end if;

  perform write_audit(
    p_who, p_now, 'appointment-' || p_kind, 'done',
    'appointment', p_id, v_seen.hospital_id, array[v_seen.patient_id]);

  outcome := 'changed';
  sequence := commit_change(
    v_seen.hospital_id, 'appointment-changed', p_id, v_seen.doctor_id, v_seen.during,
    p_version + 1, p_by, p_now);
end
$$;
