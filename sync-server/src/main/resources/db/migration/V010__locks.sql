-- Who writes about a doctor's or a patient's time comes first here, one after the other. Plain
-- inserts against two exclusion constraints end in deadlocks: 64 writers on one slot took 58 s.
--
-- All locks of a command are taken in one statement and in one order everywhere: doctors, patients,
-- then the key; each class by its number. The classes have seeds of their own.
create function lock_schedule(p_doctors uuid[], p_patients uuid[], p_key text) returns void
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
      select 3, hashtextextended(p_key, 3) where p_key is not null
    ) as locks
    order by class, lock
    offset 0
  ) as sorted;
end
$$;
