-- uuid beside a range in one exclusion constraint
create extension if not exists btree_gist;
-- a word's beginning found by index, with and without accents
create extension if not exists pg_trgm;
create extension if not exists unaccent;
