-- Communities rate the bodies as well, and reports need no longer count one body's or one type's grids from the facts.
-- The rules of counting stand in the program from here on (Fact, Measure, Cube): a repeatable migration makes the
-- triggers, tally_roll and tally_recount of them, and counts anew whenever a rule has changed. This time too: about two
-- minutes for a million tickets.

-- A community rates a body's part (社区评价部门); of one part the last stands.
create table community_rating (
    assignment_id uuid             not null primary key,
    ticket_id     uuid             not null,
    department    text             not null,
    type          text,
    grid          text collate "C" not null,
    street        text collate "C" generated always as (left(grid, 9)) stored,
    community     text collate "C" not null,
    rating        text             not null,
    comment       text,
    rated_by      text             not null,
    rated_at      timestamptz      not null
);
create index community_rating_rated on community_rating (rated_at, street, department);

alter table tally_delta add column community_ratings integer, add column community_ratings_satisfied integer,
    add column community_ratings_fair integer;
alter table tally add column community_ratings integer, add column community_ratings_satisfied integer,
    add column community_ratings_fair integer;

-- What was made of the rules of before.
do $do$
declare fact text;
begin
    foreach fact in array array['leg', 'loop', 'callback', 'leg_rating'] loop
        execute format('drop trigger tally_come on %1$I; drop trigger tally_gone on %1$I; drop trigger tally_changed on %1$I;
            drop function tally_%1$s_come(); drop function tally_%1$s_gone(); drop function tally_%1$s_changed()', fact);
    end loop;
end $do$;
drop function tally_roll(date, integer);

-- More cuts: 6 street · 7 community · 8 district, department, type, for long trends; 9 grid, department, type, which only
-- months have: by day it would have as many rows as there are facts.
do $do$
begin
    for cube in 6..8 loop
        execute format('create table tally_days_%1$s partition of tally_days for values in (%1$s)
            with (fillfactor = 90)', cube);
        execute format('create table tally_months_%1$s partition of tally_months for values in (%1$s)
            with (fillfactor = 70)', cube);
    end loop;
    create table tally_months_9 partition of tally_months for values in (9) with (fillfactor = 70);
end $do$;
-- One body's or one type's months, without those of all others.
create index tally_months_9_department on tally_months_9 (department, day, place);
create index tally_months_9_type on tally_months_9 (type, day, place);
-- One community's or grid's days.
create index tally_days_2_place on tally_days_2 (place, day);
create index tally_days_4_place on tally_days_4 (place, day);
create index tally_days_5_place on tally_days_5 (place, day);
create index tally_days_7_place on tally_days_7 (place, day);

-- How far the changes have been taken into the counts: days before this one; what belongs to later ones waits in
-- tally_delta.
create table tally_state (
    id        integer not null primary key default 1 check (id = 1),
    rolled_to date    not null
);
insert into tally_state (rolled_to) values (tally_day(now()));
