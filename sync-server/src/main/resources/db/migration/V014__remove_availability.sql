-- outcome: removed, repeated, key-reused, in-use while a visit inside takes time, or refused: it is
-- another version by now, or gone.
create function remove_availability(
  p_id uuid, p_version integer, p_by text, p_now timestamptz,
  p_key text, p_hash bytea, p_status integer,
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

  outcome := 'removed';
  sequence := commit_change(
    v_seen.hospital_id, 'availability-removed', p_id, v_seen.doctor_id, v_seen.during,
    p_version + 1, p_by, p_now);
end
$$;
