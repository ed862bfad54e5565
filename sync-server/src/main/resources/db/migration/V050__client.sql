-- The programs that sign in for themselves. Each does it as an account, which says what it may do.
-- A secret is 256 random bits, so its plain hash can be neither guessed nor reversed.
create table client (
  id          text        not null,
  account_id  uuid        not null,
  name        text        not null,
  secret_hash bytea,
  jwks        jsonb,
  scopes      text[]      not null default '{}',
  active      boolean     not null default true,
  version     integer     not null default 1,
  created_at  timestamptz not null,

  constraint client_pk primary key (id),
  constraint client_account foreign key (account_id) references account (id),
  constraint client_id_is_typed_easily check (id ~ '^[a-z0-9][a-z0-9._-]{2,63}$'),
  constraint client_name_is_given check (char_length(name) between 1 and 200),
  constraint client_secret_is_hashed check (octet_length(secret_hash) = 32),
  constraint client_can_prove_itself check (secret_hash is not null or jwks is not null)
);
