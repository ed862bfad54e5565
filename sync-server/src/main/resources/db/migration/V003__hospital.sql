-- What is always read whole, and cached by every node, is one document: hours, closures, policy.
create table hospital (
  id              uuid             not null,
  name            text             not null,
  time_zone       text             not null,
  latitude        double precision not null,
  longitude       double precision not null,
  operating_hours jsonb            not null,
  closures        jsonb            not null default '[]',
  policy          jsonb            not null,
  active          boolean          not null default true,
  version         integer          not null default 1,

  constraint hospital_pk primary key (id),
  constraint hospital_name_is_given check (char_length(name) between 1 and 200),
  constraint hospital_is_on_earth
    check (latitude between -90 and 90 and longitude between -180 and 180),
  constraint hospital_hours_are_a_list check (jsonb_typeof(operating_hours) = 'array'),
  constraint hospital_closures_are_a_list check (jsonb_typeof(closures) = 'array'),
  constraint hospital_policy_is_an_object check (jsonb_typeof(policy) = 'object')
);
