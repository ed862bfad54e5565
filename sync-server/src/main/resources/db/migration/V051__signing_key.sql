-- Names this installation in the tokens that it gives out, so that one of another is refused.
create table installation (
  id uuid not null,

  constraint installation_pk primary key (id)
);

create unique index installation_is_one on installation ((true));

insert into installation (id) values (gen_random_uuid());

-- The keys that tokens are signed with: the newest signs, older ones still verify what they signed.
-- The private half is encrypted before it comes here.
create table signing_key (
  id          text        not null,
  public_key  jsonb       not null,
  private_key bytea       not null,
  created_at  timestamptz not null,

  constraint signing_key_pk primary key (id)
);
