-- A dropped column's values stay in the table's file until it is written anew. What was in the files
-- before is gone with them; what the write-ahead log still has of it goes after two checkpoints.
vacuum (full, analyze) patient;
vacuum (full, analyze) appointment;
vacuum (full, analyze) idempotency;
