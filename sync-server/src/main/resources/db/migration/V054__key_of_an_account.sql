-- A key belongs to the account that made it up: the account's id stands before it.
alter table idempotency
  drop constraint idempotency_key_fits,
  add constraint idempotency_key_fits check (char_length(key) between 1 and 300);
