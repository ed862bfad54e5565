-- What tells who a patient is, and what is written about a visit, is from here on encrypted by the
-- server before it comes here: AES-256-GCM, bound to its table, column and row. The steps that follow
-- encrypt what is there already; until then it waits under plain_…
-- search_words stays, for doctors
alter table patient drop column search;

alter table patient rename column mrn to plain_mrn;
alter table patient rename column given_name to plain_given_name;
alter table patient rename column family_name to plain_family_name;
alter table patient rename column birth_date to plain_birth_date;
alter table patient rename column phone to plain_phone;
alter table patient rename column email to plain_email;
alter table patient rename column insurance_member to plain_insurance_member;

alter table patient
  alter column plain_mrn drop not null,
  alter column plain_given_name drop not null,
  alter column plain_family_name drop not null,
  alter column plain_birth_date drop not null,
  drop constraint patient_insurance_is_whole,
  add column mrn bytea,
  -- a keyed hash: no two patients have the same
  add column mrn_hash bytea,
  add column given_name bytea,
  add column family_name bytea,
  add column birth_date bytea,
  add column phone bytea,
  add column email bytea,
  add column insurance_member bytea,
  -- keyed hashes of beginnings, words, birth date and phone, by which a patient is found
  add column search bigint[],
  -- the key that made the hashes
  add column index_key integer;

alter table appointment rename column reason to plain_reason;
alter table appointment rename column notes to plain_notes;
alter table appointment rename column cancellation_reason to plain_cancellation_reason;
alter table appointment rename column telehealth_link to plain_telehealth_link;

alter table appointment
  add column reason bytea,
  add column notes bytea,
  add column cancellation_reason bytea,
  add column telehealth_link bytea;

alter table idempotency rename column body to plain_body;
alter table idempotency add column body bytea;
