-- A name as it is looked for: small letters without accents, each word after a space. What a desk
-- types for O'Brien or Nguyễn-Łoś is "obrien", "brien", "nguyen" or "los": so the words stand there
-- twice where an apostrophe or a hyphen joins them, once in one piece and once apart.
--
-- The index needs this to be immutable; unaccent only is when its dictionary is named.
create function search_words(words text) returns text
  language sql immutable parallel safe strict
  return (
    select ' ' || btrim(regexp_replace(joined, '[^[:alnum:]]+', ' ', 'g'))
      || case when joined = plain then ''
           else ' ' || btrim(regexp_replace(plain, '[^[:alnum:]]+', ' ', 'g')) end
    from (
      select plain, regexp_replace(plain, '[''’‘ʼʻ`´-]', '', 'g') as joined
      from (
        select lower(public.unaccent('public.unaccent'::regdictionary, lower(words collate pg_c_utf8))
          collate pg_c_utf8) as plain
      ) as bare
    ) as both_ways
  );

create table patient (
  id                 uuid    not null,
  mrn                text    not null,
  given_name         text    not null,
  family_name        text    not null,
  birth_date         date    not null,
  phone              text,
  email              text,
  insurance_plan     text,
  insurance_member   text,
  primary_doctor_id  uuid,
  preferences        jsonb   not null default '{"channel": null, "optOuts": []}',
  active             boolean not null default true,
  version            integer not null default 1,
  search             text    not null generated always as
    (search_words(given_name || ' ' || family_name || ' ' || mrn)) stored,

  constraint patient_pk primary key (id),
  constraint patient_mrn_is_one_patients unique (mrn),
  constraint patient_mrn_is_given check (char_length(mrn) between 1 and 50),
  constraint patient_names_fit
    check (char_length(given_name) <= 200 and char_length(family_name) between 1 and 200),
  constraint patient_insurance_is_whole
    check ((insurance_plan is null) = (insurance_member is null)),
  constraint patient_primary_doctor foreign key (primary_doctor_id) references doctor (id)
);

-- `search like '% kow%'`: a word that begins like this, at a million patients as fast as at ten
create index patient_search on patient using gin (search gin_trgm_ops);
create index patient_birth_date on patient (birth_date);

-- the numbers that the server gives to patients who come without one
create sequence patient_mrn start 1000000;
