-- What an account signs in with. Only the Argon2id hash is kept, with its parameters before it.
create table account_password (
  account_id   uuid        not null,
  hash         text        not null,
  -- it was given by an administrator: the first sign-in ends with one of their own
  must_change  boolean     not null default false,
  -- a given one that nobody used until then is worth nothing
  expires_at   timestamptz,
  changed_at   timestamptz not null,
  last_used_at timestamptz,

  constraint account_password_pk primary key (account_id),
  constraint account_password_account foreign key (account_id) references account (id),
  constraint account_password_is_argon2id check (hash like '$argon2id$%'),
  constraint account_password_that_expires_must_change check (expires_at is null or must_change)
);

-- How often somebody failed to sign in, by what they typed and by where they are. Both are hashed:
-- people type passwords into the field above, and an unknown login has its row like a known one.
create table sign_in_tally (
  key          text        not null,
  failures     integer     not null,
  -- from here on one failure after the other is forgiven
  since        timestamptz not null,
  locked_until timestamptz not null,

  constraint sign_in_tally_pk primary key (key),
  constraint sign_in_tally_counts check (failures >= 0)
);

-- old ones are removed by time
create index sign_in_tally_since on sign_in_tally (since);
