-- The slot is kept longer, for the account that holds it. It takes the doctor's lock: whoever finds
-- the hold over, and takes its time, must not remove one that is kept again meanwhile.
--
-- outcome: placed, as a slot that is kept is told; refused, if it is over or gone.
create function renew_hold(
  p_id uuid, p_account uuid, p_until timestamptz, p_by text, p_now timestamptz,
  out outcome text, out sequence bigint)
  language plpgsql volatile
as $$
declare
  v_hold appointment;
begin
  -- its doctor never changes
  select * into v_hold from appointment a where a.id = p_id;
  perform lock_schedule(array_remove(array[v_hold.doctor_id], null), '{}', '{}', null);
  update appointment a
  set held_until = p_until, version = a.version + 1
  where a.id = p_id and a.status = 'HELD' and a.holder_account = p_account
    and a.held_until > p_now
  returning * into v_hold;
  if not found then
    outcome := 'refused';
    return;
  end if;
  outcome := 'placed';
  sequence := commit_change(
    v_hold.hospital_id, 'hold-placed', p_id, v_hold.doctor_id, v_hold.during, v_hold.version,
    p_by, p_now);
end
$$;

-- The slot is given back by the account that holds it.
--
-- outcome: released; refused, if it is gone already.
create function release_hold(
  p_id uuid, p_account uuid, p_by text, p_now timestamptz,
  out outcome text, out sequence bigint)
  language plpgsql volatile
as $$
declare
  v_hold appointment;
begin
  delete from appointment a
  where a.id = p_id and a.status = 'HELD' and a.holder_account = p_account
  returning * into v_hold;
  if not found then
    outcome := 'refused';
    return;
  end if;
  outcome := 'released';
  sequence := commit_change(
    v_hold.hospital_id, 'hold-released', p_id, v_hold.doctor_id, v_hold.during,
    v_hold.version + 1, p_by, p_now);
end
$$;

-- Removes a hospital's holds that are over, and tells of each. What somebody else is removing at the
-- moment is theirs.
create function expire_holds(p_hospital uuid, p_now timestamptz)
  returns table (
    id uuid, doctor_id uuid, starts timestamptz, ends timestamptz, version integer, sequence bigint)
  language plpgsql volatile
as $$
declare
  v_hold appointment;
begin
  for v_hold in
    select * from appointment a
    where a.hospital_id = p_hospital and a.status = 'HELD' and a.held_until <= p_now
    order by a.held_until, a.id
    limit 200
    for update skip locked
  loop
    delete from appointment a where a.id = v_hold.id;
    id := v_hold.id;
    doctor_id := v_hold.doctor_id;
    starts := lower(v_hold.during);
    ends := upper(v_hold.during);
    version := v_hold.version + 1;
    sequence := commit_change(
      p_hospital, 'hold-released', v_hold.id, v_hold.doctor_id, v_hold.during, v_hold.version + 1,
      null, p_now);
    return next;
  end loop;
end
$$;
