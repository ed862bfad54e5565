-- What was granted to a desk or a program: from the code over each refresh to the end. Codes and
-- tokens are here as hashes only.
create table session (
  id                 uuid        not null,
  client_id          text        not null,
  account_id         uuid        not null,
  grant_type         text        not null,
  scopes             text[]      not null,
  started_at         timestamptz not null,
  ends_at            timestamptz not null,
  request            jsonb,
  code_hash          bytea,
  code_expires_at    timestamptz,
  code_used          boolean     not null default false,
  access_hash        bytea,
  access_expires_at  timestamptz,
  refresh_hash       bytea,
  refresh_expires_at timestamptz,
  revoked_at         timestamptz,
  version            integer     not null default 1,

  constraint session_pk primary key (id),
  constraint session_account foreign key (account_id) references account (id),
  constraint session_code_is_one unique (code_hash),
  constraint session_access_is_one unique (access_hash),
  constraint session_refresh_is_one unique (refresh_hash)
);

create index session_revoked_at on session (revoked_at) where revoked_at is not null;
create index session_ends_at on session (ends_at);
create index session_account_id on session (account_id);

-- Refresh tokens that were exchanged already: who shows one again has stolen it, or was robbed.
create table spent_refresh_token (
  hash       bytea not null,
  session_id uuid  not null,

  constraint spent_refresh_token_pk primary key (hash),
  constraint spent_refresh_token_session foreign key (session_id) references session (id)
    on delete cascade
);

create index spent_refresh_token_session_id on spent_refresh_token (session_id);
