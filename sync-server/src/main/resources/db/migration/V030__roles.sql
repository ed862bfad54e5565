-- Two roles. Whoever runs this owns the tables and changes them. daysheet_app is what the server works
-- as: it makes, changes and empties no table, and what must not be rewritten it can only add to, by
-- functions that run with the owner's rights.
--
-- The embedded database has the role already. In one that a database administrator keeps, the owner
-- may make it, or the administrator does before.
do $$
begin
  if not exists (select from pg_roles where rolname = 'daysheet_app') then
    create role daysheet_app nologin;
  end if;
  -- for a server that is given one login only, which then becomes daysheet_app to serve
  if not pg_has_role(current_user, 'daysheet_app', 'set')
    and pg_has_role(current_user, 'daysheet_app', 'member with admin option') then
    execute format('grant daysheet_app to %I with inherit false, set true', current_user);
  end if;
  -- a table of the session's own would be found before ours
  execute format('revoke temporary on database %I from public', current_database());
end
$$;

revoke create on schema public from public;
grant usage on schema public to daysheet_app;

-- maintain is for the statistics after a bulk load; it changes no row
grant select, insert, update, delete, maintain on all tables in schema public to daysheet_app;
grant usage on all sequences in schema public to daysheet_app;
-- and on those that later migrations make
alter default privileges in schema public
  grant select, insert, update, delete, maintain on tables to daysheet_app;
alter default privileges in schema public grant usage on sequences to daysheet_app;

revoke all on flyway_schema_history from daysheet_app;

-- the streams' past is read, and added to by commit_change
revoke all on change, stream, epoch from daysheet_app;
grant select on change, stream, epoch to daysheet_app;

alter function commit_change(uuid, text, uuid, uuid, tstzrange, integer, text, timestamptz)
  security definer set search_path = public, pg_temp;
revoke execute
  on function commit_change(uuid, text, uuid, uuid, tstzrange, integer, text, timestamptz)
  from public;
grant execute
  on function commit_change(uuid, text, uuid, uuid, tstzrange, integer, text, timestamptz)
  to daysheet_app;

-- Forgets changes from before a time, at most so many, and never those of the last seven days by the
-- database's own clock, whatever is asked for.
create function forget_changes(p_before timestamptz, p_most integer) returns integer
  language plpgsql volatile security definer set search_path = public, pg_temp
as $$
declare
  v_count integer;
begin
  delete from change
  where ctid = any (array(
    select ctid from change where at < least(p_before, now() - interval '7 days') limit p_most));
  get diagnostics v_count = row_count;
  return v_count;
end
$$;

revoke execute on function forget_changes(timestamptz, integer) from public;
grant execute on function forget_changes(timestamptz, integer) to daysheet_app;
