-- Gives a visit another time, doctor or room: the old ones are free and the new ones taken at once.
-- The caller has asked the rules about the request, as for a booking.
--
-- outcome: moved, repeated, key-reused, or refused, and then nothing is written.
--
-- The change names the doctor from whom it went, so that a desk that sees only that one's visits can
-- be told that it is gone.
create function reschedule_appointment(
  p_id uuid, p_version integer, p_doctor uuid,
  p_hospital_version integer, p_doctor_version integer, p_patient_version integer,
  p_start timestamptz, p_end timestamptz, p_occupied_until timestamptz,
  p_room uuid, p_hold uuid, p_account uuid,
  p_event uuid, p_reason bytea, p_by text, p_now timestamptz,
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
  v_during tstzrange := tstzrange(p_start, p_end, '[)');
  v_occupied tstzrange := tstzrange(p_start, p_occupied_until, '[)');
  v_availability uuid;
begin
  -- its hospital, doctor, patient, time and room never change while its version stays
  select * into v_seen from appointment a where a.id = p_id;
  perform lock_schedule(
    array_remove(array[v_seen.doctor_id, p_doctor], null),
    array_remove(array[v_seen.patient_id], null),
    array_remove(array[p_room], null), p_key);

  select first.* into outcome, status, body, etag, location
  from first_answer(p_key, p_hash) as first;
  if found then
    if outcome = 'repeated' then
      perform write_audit(
        p_who, p_now, 'appointment-moved', 'repeated',
        'appointment', p_id, v_seen.hospital_id, array_remove(array[v_seen.patient_id], null));
    end if;
    return;
  end if;

  outcome := 'refused';
  -- who had the locks before may have changed it
  perform from appointment a
  where a.id = p_id and a.version = p_version and v_seen.version = p_version
    and a.status in ('SCHEDULED', 'CONFIRMED') and lower(a.during) > p_now
  for update;
  if not found
    or not as_seen(
      v_seen.hospital_id, p_hospital_version, p_doctor, p_doctor_version,
      v_seen.patient_id, p_patient_version) then
    return;
  end if;
  if p_hold is not null
    and not holds_it(p_hold, p_account, v_seen.hospital_id, p_doctor, v_during, p_now) then
    return;
  end if;
  v_availability := availability_for(
    v_seen.hospital_id, p_doctor, v_seen.patient_id, v_during, p_room, p_id);
  if v_availability is null
    or not make_way(
      p_doctor, v_occupied, v_seen.patient_id, v_during, p_room, p_id, p_hold, p_now) then
    return;
  end if;

  update appointment a
  set doctor_id = p_doctor, availability_id = v_availability, during = v_during,
    occupied = v_occupied, room_id = p_room, overlaps_after_merge = false,
    version = a.version + 1
  where a.id = p_id;

  insert into appointment_event (
    id, appointment_id, version, at, by, kind, status, doctor_id, during,
    from_doctor, from_during, reason)
  values (
    p_event, p_id, p_version + 1, p_now, p_by, 'moved', v_seen.status, p_doctor, v_during,
    v_seen.doctor_id, v_seen.during, p_reason);

  if p_key is not null then
    insert into idempotency (key, request_hash, status, body, etag, created_at)
    values (p_key, p_hash, p_status, p_body, p_etag, p_now);
  end if;

  perform write_audit(
    p_who, p_now, 'appointment-moved', 'done',
    'appointment', p_id, v_seen.hospital_id, array[v_seen.patient_id]);

  outcome := 'moved';
  sequence := commit_change(
    v_seen.hospital_id, 'appointment-moved', p_id, v_seen.doctor_id, v_during,
    p_version + 1, p_by, p_now);
end
$$;
