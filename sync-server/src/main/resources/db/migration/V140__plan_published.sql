-- How far a plan has been published: on which of the hospital's dates, and under which version of the
-- hospital and the doctor. Whoever finds it behind publishes it: the job of each midnight, which so
-- misses none and does none twice. Null: as soon as possible.
alter table weekly_plan
  add column published_on date,
  add column published_hospital integer,
  add column published_doctor integer;
