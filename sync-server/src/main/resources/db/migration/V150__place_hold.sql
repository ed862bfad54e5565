-- Keeps a slot for somebody while the details are typed. The caller has asked the rules about the
-- request; for whom it is and in which room is not known yet.
--
-- outcome: placed, with the number in the stream; repeated; key-reused; refused, and nothing is
-- written: also if the account keeps p_limit slots already.
create function place_hold(
  p_id uuid, p_hospital uuid, p_doctor uuid,
  p_hospital_version integer, p_doctor_version integer,
  p_start timestamptz, p_end timestamptz, p_occupied_until timestamptz, p_type text,
  p_until timestamptz, p_account uuid, p_holder text, p_limit integer, p_by text,
  p_now timestamptz,
  p_key text, p_hash bytea, p_status integer, p_body bytea, p_location text,
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
  perform lock_schedule(array[p_doctor], '{}', '{}', p_key);

  select first.* into outcome, status, body, etag, location
  from first_answer(p_key, p_hash) as first;
  if found then
    return;
  end if;

  outcome := 'refused';
  if not exists (
      select from hospital h where h.id = p_hospital and h.version = p_hospital_version and h.active)
    or not exists (
      select from doctor d where d.id = p_doctor and d.version = p_doctor_version and d.active) then
    return;
  end if;
  v_availability := availability_for(p_hospital, p_doctor, null, v_during, null, null);
  if v_availability is null then
    return;
  end if;

  -- after all other locks, so that of one account's requests each counts those before
  perform pg_advisory_xact_lock(uuid_hash_extended(p_account, 5));
  if (select count(*) from appointment a
      where a.status = 'HELD' and a.held_until > p_now and a.holder_account = p_account)
    >= p_limit
    or not make_way(p_doctor, v_occupied, null, v_during, null, null, null, p_now) then
    return;
  end if;

  insert into appointment (
    id, hospital_id, doctor_id, availability_id, during, occupied, status, type,
    held_until, holder_account, booked_by, created_at)
  values (
    p_id, p_hospital, p_doctor, v_availability, v_during, v_occupied, 'HELD', p_type,
    p_until, p_account, p_holder, p_now);

  if p_key is not null then
    insert into idempotency (key, request_hash, status, body, location, created_at)
    values (p_key, p_hash, p_status, p_body, p_location, p_now);
  end if;

  outcome := 'placed';
  sequence := commit_change(
    p_hospital, 'hold-placed', p_id, p_doctor, v_during, 1, p_by, p_now);
end
$$;
