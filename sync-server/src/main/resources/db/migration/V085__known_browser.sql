-- In which browsers an account has signed in before. Whoever else guesses at its password locks
-- strangers out, and not these. A browser names itself by 256 random bits, of which the hash is kept.
create table known_browser (
  account_id   uuid        not null,
  hash         bytea       not null,
  last_used_at timestamptz not null,

  constraint known_browser_pk primary key (account_id, hash),
  constraint known_browser_account foreign key (account_id) references account (id),
  constraint known_browser_is_hashed check (octet_length(hash) = 32)
);

-- old ones are removed by time
create index known_browser_last_used_at on known_browser (last_used_at);
