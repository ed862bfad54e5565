-- Frees a visit's time, if it still is as the caller saw it and has not begun.
--
-- outcome: cancelled, repeated, key-reused, or refused.
create function cancel_appointment(
  p_id uuid, p_version integer, p_reason text, p_by text, p_now timestamptz,
  p_key text, p_hash bytea, p_status integer, p_body text, p_etag text,
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

  outcome := 'cancelled';
  sequence := commit_change(
    v_seen.hospital_id, 'appointment-changed', p_id, v_seen.doctor_id, v_seen.during,
    p_version + 1, p_by, p_now);
end
$$;
