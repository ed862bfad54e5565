-- the sessions of a program that is put out of service end with it
create index session_client_id on session (client_id) where revoked_at is null;
