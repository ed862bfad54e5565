-- The plain columns go, and with them their constraints. Rows that are not encrypted end this here.
alter table patient
  alter column mrn set not null,
  alter column mrn_hash set not null,
  alter column given_name set not null,
  alter column family_name set not null,
  alter column birth_date set not null,
  alter column search set not null,
  alter column index_key set not null,
  drop column plain_mrn,
  drop column plain_given_name,
  drop column plain_family_name,
  drop column plain_birth_date,
  drop column plain_phone,
  drop column plain_email,
  drop column plain_insurance_member,
  add constraint patient_mrn_is_one_patients unique (mrn_hash),
  -- four bytes a character at most, and 33 of the cipher's own
  add constraint patient_mrn_fits check (octet_length(mrn) <= 4 * 50 + 33),
  add constraint patient_names_fit check (
    octet_length(given_name) <= 4 * 200 + 33 and octet_length(family_name) <= 4 * 200 + 33),
  add constraint patient_insurance_is_whole check (
    (insurance_plan is null) = (insurance_member is null));

create index patient_search on patient using gin (search);
-- those that an older key indexed
create index patient_index_key on patient (index_key);

alter table appointment
  drop column plain_reason,
  drop column plain_notes,
  drop column plain_cancellation_reason,
  drop column plain_telehealth_link,
  add constraint appointment_reason_fits check (octet_length(reason) <= 4 * 500 + 33),
  add constraint appointment_cancellation_reason_fits
    check (octet_length(cancellation_reason) <= 4 * 500 + 33),
  add constraint appointment_notes_fit check (octet_length(notes) <= 4 * 10000 + 33);

alter table idempotency drop column plain_body;

-- The commands are what they were, but for the texts, which come and go encrypted: the same functions
-- with those arguments and answers as bytea.
do $$
declare
  v_command regprocedure;
  v_text text;
begin
  for v_command in
    select oid::regprocedure from pg_proc
    where pronamespace = 'public'::regnamespace and proname in (
      'book', 'cancel_appointment', 'create_availability', 'remove_availability', 'first_answer')
  loop
    v_text := pg_get_functiondef(v_command);
    v_text := regexp_replace(v_text, '\m(p_reason|p_notes|p_body|body) text\M', '\1 bytea', 'g');
    execute format('drop function %s', v_command);
    execute v_text;
  end loop;
end
$$;
