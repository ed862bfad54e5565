-- When a program last got a token, to the minute: an administrator sees which one nobody needs any
-- more. Sessions say it for a day only.
alter table client add column last_used_at timestamptz;
