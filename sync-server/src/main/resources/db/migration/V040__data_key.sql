-- The keys that encrypt and hash, wrapped by a master key that is never in the database.
create table data_key (
  purpose text        not null,
  -- a Tink keyset: one key that writes, others that still read
  keys    bytea       not null,
  -- which master key wraps it
  master  text        not null,
  version integer     not null,
  -- how far the replacement of a key has come, and since when
  step    text        not null,
  since   timestamptz not null,

  constraint data_key_pk primary key (purpose),
  constraint data_key_step_is_known check (step in ('DONE', 'PREPARED', 'REPLACING'))
);

-- made once, by the step that follows; the server replaces keys, and loses none
revoke insert, delete on data_key from daysheet_app;
