-- As with the patients: a change at a hospital names all who follow it, and whoever has it recorded
-- should not be the one who sorts the index.
alter index audit_entry_shown_to set (fastupdate = on, gin_pending_list_limit = 65536);

create or replace function tidy_audit() returns bigint
  language sql volatile security definer set search_path = public, pg_temp
begin atomic
  select gin_clean_pending_list('audit_entry_about_a_patient'::regclass)
    + gin_clean_pending_list('audit_entry_shown_to'::regclass);
end;
