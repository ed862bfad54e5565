-- The first answer to each key, written by the same transaction as what it tells of: a retry gets it
-- again, word for word.
create table idempotency (
  key          text        not null,
  request_hash bytea       not null,
  status       integer     not null,
  body         text,
  etag         text,
  location     text,
  created_at   timestamptz not null,

  constraint idempotency_pk primary key (key),
  constraint idempotency_key_fits check (char_length(key) between 1 and 200)
);

-- old ones are removed by time
create index idempotency_created_at on idempotency using brin (created_at)
  with (pages_per_range = 16);

-- The first answer to a key, if it has one: no row otherwise, or without a key. Asked after the key's
-- lock is taken.
create function first_answer(p_key text, p_hash bytea)
  returns table (outcome text, status integer, body text, etag text, location text)
  language sql stable
as $$
  select case when i.request_hash = p_hash then 'repeated' else 'key-reused' end,
    i.status, i.body, i.etag, i.location
  from idempotency i where i.key = p_key
$$;
