-- Makes an availability longer or shorter, if nothing that takes time would stand outside.
--
-- One that a weekly plan published is staff's from then on.
--
-- outcome: changed, in-use, or refused: it is another version by now, or gone, or the doctor is
-- available somewhere then already.
create function change_availability(
  p_id uuid, p_version integer, p_start timestamptz, p_end timestamptz, p_by text,
  p_now timestamptz,
  p_who jsonb default null,
  out outcome text, out sequence bigint,
  out status integer, out body bytea, out etag text, out location text)
  language plpgsql volatile
  -- a connection keeps the plans of its first calls, when a new server's tables are still empty
  set enable_seqscan = off
as $$
declare
  v_seen availability;
  v_during tstzrange := tstzrange(p_start, p_end, '[)');
begin
  select * into v_seen from availability a where a.id = p_id;
  perform lock_schedule(array_remove(array[v_seen.doctor_id], null), '{}', '{}', null);

  delete from appointment a
  where a.availability_id = p_id and a.status = 'HELD' and a.held_until <= p_now;

  if exists (
    select from appointment a where a.availability_id = p_id and not a.active_during <@ v_during) then
    outcome := 'in-use';
    return;
  end if;

  outcome := 'refused';
  if exists (
    select from availability a
    where a.doctor_id = v_seen.doctor_id and a.during && v_during and a.id <> p_id) then
    return;
  end if;
  update availability a
  set during = v_during, changed_by_hand = a.plan_id is not null, version = a.version + 1
  where a.id = p_id and a.version = p_version;
  if not found then
    return;
  end if;

  perform write_audit(
    p_who, p_now, 'availability-changed', 'done',
    'availability', p_id, v_seen.hospital_id, '{}');

  outcome := 'changed';
  sequence := commit_change(
    v_seen.hospital_id, 'availability-changed', p_id, v_seen.doctor_id, v_during,
    p_version + 1, p_by, p_now);
end
$$;

-- A plan does not publish again what staff take back: its date is skipped from then on.
do $$
declare
  v_text text := pg_get_functiondef(
    (select oid from pg_proc
      where pronamespace = 'public'::regnamespace and proname = 'remove_availability'));
  v_with text;
begin
  v_with := replace(
    v_text,
    '  perform write_audit(
    p_who, p_now, ''availability-removed'', ''done'',',
    '  if v_seen.plan_id is not null and v_seen.plan_date is not null then
    insert into weekly_plan_date (plan_id, date) values (v_seen.plan_id, v_seen.plan_date)
    on conflict (plan_id, date) do update set starts = null, ends = null;
    update weekly_plan w set version = w.version + 1 where w.id = v_seen.plan_id;
  end if;

  perform write_audit(
    p_who, p_now, ''availability-removed'', ''done'',');
  if v_with = v_text then
    raise exception 'remove_availability is not as it was';
  end if;
  execute v_with;
end
$$;
