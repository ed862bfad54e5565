-- As before, with rooms between patients and the key: the order stays one everywhere.
create function lock_schedule(p_doctors uuid[], p_patients uuid[], p_rooms uuid[], p_key text)
  returns void
  language plpgsql volatile
as $$
begin
  perform pg_advisory_xact_lock(lock)
  from (
    select distinct class, lock
    from (
      select 1 as class, uuid_hash_extended(doctor, 1) as lock from unnest(p_doctors) as doctor
      union all
      select 2, uuid_hash_extended(patient, 2) from unnest(p_patients) as patient
      union all
      select 3, uuid_hash_extended(room, 4) from unnest(p_rooms) as room
      union all
      select 4, hashtextextended(p_key, 3) where p_key is not null
    ) as locks
    order by class, lock
    offset 0
  ) as sorted;
end
$$;
