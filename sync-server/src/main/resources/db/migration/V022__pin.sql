-- What unlocks a desk whose user is still signed in. Only the Argon2id hash is kept.
create table pin (
  account_id uuid        not null,
  hash       text        not null,
  changed_at timestamptz not null,

  constraint pin_pk primary key (account_id),
  constraint pin_account foreign key (account_id) references account (id),
  constraint pin_is_argon2id check (hash like '$argon2id$%')
);

-- How often a PIN was wrong in one sign-in at a desk. When the tries are spent, that sign-in is over:
-- the row stays, so that it can't begin anew.
create table pin_tally (
  account_id uuid        not null,
  session    text        not null,
  failures   integer     not null,
  last_at    timestamptz not null,

  constraint pin_tally_pk primary key (account_id, session),
  constraint pin_tally_account foreign key (account_id) references account (id),
  constraint pin_tally_counts check (failures between 0 and 5)
);

-- old ones are removed by time
create index pin_tally_last_at on pin_tally (last_at);
