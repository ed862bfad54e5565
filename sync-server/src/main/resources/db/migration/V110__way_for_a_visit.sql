-- What all commands ask that give a visit its time. They are asked under the locks of the doctor, the
-- patient and the room, so what they answer stays true until the commit; the constraints only guard
-- it once more.

-- the constraint does not see these, and they are few
create index appointment_overlaps_after_merge on appointment (patient_id)
  where overlaps_after_merge;

-- Whether hospital, doctor and patient still are what the rules about the request were asked of.
create function as_seen(
  p_hospital uuid, p_hospital_version integer,
  p_doctor uuid, p_doctor_version integer,
  p_patient uuid, p_patient_version integer) returns boolean
  language plpgsql stable
as $$
begin
  return exists (
      select from hospital h where h.id = p_hospital and h.version = p_hospital_version and h.active)
    and exists (
      select from doctor d where d.id = p_doctor and d.version = p_doctor_version and d.active)
    and exists (
      select from patient p where p.id = p_patient and p.version = p_patient_version and p.active);
end
$$;

-- The availability that a visit lies in. None while the doctor is away, if the room is out of service
-- or another hospital's, or if the patient has a visit then that overlaps since a merge.
create function availability_for(
  p_hospital uuid, p_doctor uuid, p_patient uuid, p_during tstzrange, p_room uuid,
  p_self uuid) returns uuid
  language plpgsql stable
as $$
begin
  return (
    select a.id
    from availability a
    where a.doctor_id = p_doctor and a.hospital_id = p_hospital and a.during @> p_during
      and not exists (
        select from time_off t where t.doctor_id = p_doctor and t.during && p_during)
      and not exists (
        select from appointment v
        where v.patient_id = p_patient and v.overlaps_after_merge
          and v.during && p_during and v.active_during is not null and v.id is distinct from p_self)
      and (p_room is null or exists (
        select from room r where r.id = p_room and r.hospital_id = p_hospital and r.active)));
end
$$;

-- Whether somebody holds a slot of that time: their own hold, which is not over.
create function holds_it(
  p_hold uuid, p_account uuid, p_hospital uuid, p_doctor uuid, p_during tstzrange,
  p_now timestamptz) returns boolean
  language plpgsql stable
as $$
begin
  return exists (
    select from appointment h
    where h.id = p_hold and h.status = 'HELD' and h.holder_account = p_account
      and h.held_until > p_now
      and h.hospital_id = p_hospital and h.doctor_id = p_doctor and h.during && p_during);
end
$$;

-- Whether a visit can have that time of the doctor, the patient and the room: nothing is in its way
-- but itself, the hold that it was typed under, and holds that are over. The holds go then.
create function make_way(
  p_doctor uuid, p_occupied tstzrange, p_patient uuid, p_during tstzrange, p_room uuid,
  p_self uuid, p_hold uuid, p_now timestamptz) returns boolean
  language plpgsql volatile
as $$
begin
  if exists (
      select from appointment a
      where a.doctor_id = p_doctor and a.occupied && p_occupied
        and a.status in ('HELD', 'SCHEDULED', 'CONFIRMED', 'ARRIVED', 'COMPLETED')
        and a.id is distinct from p_self
        and (a.status <> 'HELD' or (a.held_until > p_now and a.id is distinct from p_hold)))
    or exists (
      select from appointment a
      where a.patient_id = p_patient and a.during && p_during
        and a.status in ('SCHEDULED', 'CONFIRMED', 'ARRIVED', 'COMPLETED')
        and not a.overlaps_after_merge
        and a.id is distinct from p_self)
    or exists (
      select from appointment a
      where a.room_id = p_room and a.during && p_during
        and a.status in ('SCHEDULED', 'CONFIRMED', 'ARRIVED', 'COMPLETED')
        and a.id is distinct from p_self) then
    return false;
  end if;
  delete from appointment a
  where a.doctor_id = p_doctor and a.occupied && p_occupied and a.status = 'HELD';
  return true;
end
$$;
