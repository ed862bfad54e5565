-- A day that is read names hundreds of patients. Their ids are random: trying to compress them takes
-- longer than writing them.
alter table audit_entry alter column patients set storage external;

-- What is new waits in the index's list until somebody sorts it in. That is the sealer's business,
-- every few seconds, and not that of whoever fills the list up and would wait for it.
alter index audit_entry_about_a_patient set (fastupdate = on, gin_pending_list_limit = 65536);

create function tidy_audit() returns bigint
  language sql volatile security definer set search_path = public, pg_temp
begin atomic
  select gin_clean_pending_list('audit_entry_about_a_patient'::regclass);
end;

revoke execute on function tidy_audit() from public;
grant execute on function tidy_audit() to daysheet_app;
