-- By week ('w', its Monday) where a report of many places adds up many days: 5 grid · 7 community · 10 grid, department,
-- which is new and has no days. All of it is counted by the repeatable migration behind this one.
create table tally_weeks partition of tally for values in ('w') partition by list (cube);
create table tally_weeks_5 partition of tally_weeks for values in (5) with (fillfactor = 70);
create table tally_weeks_7 partition of tally_weeks for values in (7) with (fillfactor = 70);
create table tally_weeks_10 partition of tally_weeks for values in (10) with (fillfactor = 70);
create table tally_months_10 partition of tally_months for values in (10) with (fillfactor = 70);

-- One body's, without those of all others.
create index tally_weeks_10_department on tally_weeks_10 (department, day, place);
create index tally_months_10_department on tally_months_10 (department, day, place);
-- One community's or grid's.
create index tally_weeks_5_place on tally_weeks_5 (place, day);
create index tally_weeks_7_place on tally_weeks_7 (place, day);
