-- The keys that sign. The private one is encrypted; the public one is encrypted with it once more, so
-- that nobody can put another in its place.
create table audit_key (
  id         text        not null,
  pair       bytea       not null,
  made_at    timestamptz not null,

  constraint audit_key_pk primary key (id)
);

-- Entries are sealed in batches: each batch is all that the transactions from one number up to another
-- wrote, with a digest of each entry; the batches are chained by their hashes, and signed.
create table audit_batch (
  number    bigint      not null,
  format    integer     not null,
  era       integer     not null,
  from_xid  bigint      not null,
  -- the first number that is not in it any more
  until_xid bigint      not null,
  entries   integer     not null,
  oldest    timestamptz,
  newest    timestamptz,
  sealed_at timestamptz not null,
  -- in the order in which they are sealed; null once the entries have been forgotten
  ids       bigint[],
  digests   bytea,
  -- of ids and digests
  content   bytea       not null,
  previous  bytea       not null,
  key       text        not null,
  hash      bytea       not null,
  signature bytea       not null,

  constraint audit_batch_pk primary key (number),
  constraint audit_batch_key foreign key (key) references audit_key (id)
);

create index audit_batch_newest on audit_batch (newest);
create index audit_batch_oldest on audit_batch (oldest);

-- How long entries are kept at least. The owner says it at each start, as configured.
create table audit_retention (
  kept interval not null
);
insert into audit_retention (kept) values ('6 years');

revoke all on audit_key, audit_batch, audit_retention from daysheet_app;
grant select on audit_key, audit_batch, audit_retention to daysheet_app;
-- a key is added, never replaced
grant insert on audit_key to daysheet_app;

-- Adds the next batch to the chain, and only the next. To be called by whoever holds the lock.
create function add_audit_batch(
  p_number bigint, p_format integer, p_era integer, p_from_xid bigint, p_until_xid bigint,
  p_oldest timestamptz, p_newest timestamptz, p_sealed_at timestamptz,
  p_ids bigint[], p_digests bytea, p_content bytea, p_previous bytea, p_key text, p_hash bytea,
  p_signature bytea) returns void
  language plpgsql volatile security definer set search_path = public, pg_temp
as $$
declare
  v_last audit_batch;
begin
  select * into v_last from audit_batch order by number desc limit 1;
  if p_number <> coalesce(v_last.number, 0) + 1
    or (v_last.number is not null and p_previous <> v_last.hash) then
    raise exception 'the chain goes on otherwise';
  end if;
  insert into audit_batch (
    number, format, era, from_xid, until_xid, entries, oldest, newest, sealed_at,
    ids, digests, content, previous, key, hash, signature)
  values (
    p_number, p_format, p_era, p_from_xid, p_until_xid, cardinality(p_ids), p_oldest, p_newest,
    p_sealed_at, p_ids, p_digests, p_content, p_previous, p_key, p_hash, p_signature);
end
$$;

-- Forgets the entries of the oldest batch that still has any, if all of them are from before a time
-- and older than the retention by the database's own clock; the batch stays, as a link of the chain.
-- Answers how many entries there were: null, if there is nothing to forget.
create function forget_audit_batch(p_before timestamptz) returns integer
  language plpgsql volatile security definer set search_path = public, pg_temp
as $$
declare
  v_oldest audit_batch;
  v_count integer;
begin
  select * into v_oldest from audit_batch where ids is not null order by number limit 1;
  if v_oldest.number is null
    or coalesce(v_oldest.newest, v_oldest.sealed_at)
      >= least(p_before, now() - (select max(kept) from audit_retention)) then
    return null;
  end if;
  delete from audit_entry
  where era = v_oldest.era and xid >= v_oldest.from_xid and xid < v_oldest.until_xid;
  get diagnostics v_count = row_count;
  update audit_batch set ids = null, digests = null where number = v_oldest.number;
  return v_count;
end
$$;

-- the oldest that still has its entries
create index audit_batch_kept on audit_batch (number) where ids is not null;

revoke execute
  on function add_audit_batch(
    bigint, integer, integer, bigint, bigint, timestamptz, timestamptz, timestamptz,
    bigint[], bytea, bytea, bytea, text, bytea, bytea)
  from public;
revoke execute on function forget_audit_batch(timestamptz) from public;
grant execute
  on function add_audit_batch(
    bigint, integer, integer, bigint, bigint, timestamptz, timestamptz, timestamptz,
    bigint[], bytea, bytea, bytea, text, bytea, bytea)
  to daysheet_app;
grant execute on function forget_audit_batch(timestamptz) to daysheet_app;
