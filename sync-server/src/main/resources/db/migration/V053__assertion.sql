-- The signed statements by which programs proved who they are: each counts once, until it expires.
create table assertion (
  client_id  text        not null,
  jti        text        not null,
  expires_at timestamptz not null,

  constraint assertion_pk primary key (client_id, jti)
);

create index assertion_expires_at on assertion (expires_at);
