-- A record that was merged into another: everything of it is the other's from then on. It names the
-- one that stays, also when that one is merged in its turn, so nobody follows a chain.
alter table patient
  add column merged_into uuid,
  add constraint patient_merged_into foreign key (merged_into) references patient (id),
  add constraint patient_merged_is_out_of_service check (
    merged_into is null or (not active and merged_into <> id));

create index patient_merged_into on patient (merged_into) where merged_into is not null;
