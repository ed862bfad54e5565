-- A code of the hour beside the password (TOTP, RFC 6238). The key that the codes are made of is
-- encrypted before it comes here; one that is not confirmed yet asks nobody for a code.
create table second_factor (
  account_id uuid        not null,
  key        bytea       not null,
  -- null: confirmed
  begun_at   timestamptz,
  -- codes of this half minute and earlier are spent
  last_step  bigint      not null default 0,

  constraint second_factor_pk primary key (account_id),
  constraint second_factor_account foreign key (account_id) references account (id)
);

-- For the day the telephone is lost: each works once. They are 79 random bits, so a plain hash can't
-- be reversed.
create table recovery_code (
  account_id uuid  not null,
  hash       bytea not null,

  constraint recovery_code_pk primary key (account_id, hash),
  constraint recovery_code_account foreign key (account_id) references account (id),
  constraint recovery_code_is_hashed check (octet_length(hash) = 32)
);
