-- Whom doctors see for a few hours although they aren't their patients. The audit has each with its
-- reason for ever; these rows say what counts at this moment, so every request of a doctor asks.
create table emergency_access (
  id         uuid        not null,
  account_id uuid        not null,
  patient_id uuid        not null,
  -- encrypted: it goes into the entry of whatever is read
  reason     bytea       not null,
  begins_at  timestamptz not null,
  ends_at    timestamptz not null,

  constraint emergency_access_pk primary key (id),
  constraint emergency_access_account foreign key (account_id) references account (id),
  constraint emergency_access_patient foreign key (patient_id) references patient (id),
  constraint emergency_access_ends_after_it_begins check (ends_at >= begins_at),
  -- four bytes a character at most, and 33 of the cipher's own
  constraint emergency_access_reason_fits check (octet_length(reason) <= 4 * 500 + 33)
);

create index emergency_access_of_an_account on emergency_access (account_id, ends_at);
-- for those of all accounts that have not ended
create index emergency_access_ends_at on emergency_access (ends_at);

-- it is ended early, and its reason encrypted by another key; who saw whom since when stays
revoke update, delete on emergency_access from daysheet_app;
grant update (ends_at, reason) on emergency_access to daysheet_app;

-- rare, and looked at each day by those who review them
create index audit_entry_of_an_emergency on audit_entry (at, id) where action = 'emergency-access';
