-- Every range of time here is [start, end): bounded, not empty, start included, end not. One that
-- reaches to infinity or is empty would slip through the constraints on overlap.
create function is_time_range(range tstzrange) returns boolean
  language sql immutable parallel safe
  return not isempty(range)
    and lower_inc(range) and not upper_inc(range)
    and not lower_inf(range) and not upper_inf(range)
    and isfinite(lower(range)) and isfinite(upper(range));
