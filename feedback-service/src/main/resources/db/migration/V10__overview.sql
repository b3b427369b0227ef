-- What was done today, for the loop at a glance. Both columns are set by an update that changes other indexes anyway.
create index loop_closed on loop (closed_at) where closed_at is not null;
create index leg_completed on leg (completed_at) where completed_at is not null;
