-- The commands of availabilities take their locks with everybody else; and a hold that is over keeps
-- no availability.
do $$
declare
  v_command regprocedure;
  v_text text;
begin
  for v_command in
    select oid::regprocedure from pg_proc
    where pronamespace = 'public'::regnamespace
      and proname in ('create_availability', 'remove_availability')
  loop
    v_text := replace(pg_get_functiondef(v_command), '''{}'', p_key)', '''{}'', ''{}'', p_key)');
    v_text := replace(
      v_text,
      '  if exists (
    select from appointment a where a.availability_id = p_id',
      '  delete from appointment a
  where a.availability_id = p_id and a.status = ''HELD'' and a.held_until <= p_now;

  if exists (
    select from appointment a where a.availability_id = p_id');
    execute v_text;
  end loop;
end
$$;

drop function lock_schedule(uuid[], uuid[], text);
