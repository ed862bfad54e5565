-- whether anybody was ever in a room; few visits are in one
create index appointment_in_room on appointment (room_id) where room_id is not null;
