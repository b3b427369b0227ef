-- The message an assignment was issued by makes a row of two kilobytes, written once and read whole: to compress it costs
-- more than the room it takes, and there is nothing to be learnt of it.
alter table assignment set (toast_tuple_target = 8160);
alter table assignment alter column issue set statistics 0;
alter table assignment_history alter column event set statistics 0;
