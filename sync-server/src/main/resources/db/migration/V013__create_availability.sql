-- outcome: created, repeated, key-reused, or refused: the doctor is available somewhere then already,
-- or somebody is out of service.
create function create_availability(
  p_id uuid, p_hospital uuid, p_doctor uuid, p_start timestamptz, p_end timestamptz,
  p_by text, p_now timestamptz,
  p_key text, p_hash bytea, p_status integer, p_body text, p_etag text, p_location text,
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

  outcome := 'created';
  sequence := commit_change(
    p_hospital, 'availability-created', p_id, p_doctor, v_during, 1, p_by, p_now);
end
$$;
