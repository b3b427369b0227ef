-- Extensions, suspensions, whistles and merges; chasing and bulletins; who is told what; appeals.
-- Only columns with a default or without a value, so that the version before can still write.

-- What a leg was called for, what was granted to it on the way, and whether an appeal excused the statistics.
alter table leg
    add column task            text,
    add column extensions      integer not null default 0,
    add column suspended_until timestamptz,
    add column checked_in_at   timestamptz,
    add column excused         boolean not null default false;

-- The ticket it goes on in, or was closed with.
alter table loop add column merged_into uuid;
create index loop_merged on loop (merged_into) where merged_into is not null;

-- Clocks of before have no instants for these two and are never chased nor made public by themselves.
alter table stage_clock
    add column chase_at    timestamptz,
    add column bulletin_at timestamptz,
    add column chased      boolean not null default false,
    add column publicised  boolean not null default false;

-- A person may chase more than once; what a clock passes is still told once.
alter table alert
    add column raised_by       text,
    add column note            text,
    add column acknowledged_by text,
    add column acknowledged_at timestamptz;
alter table alert drop constraint alert_ticket_id_stage_round_leg_run_kind_key;
create unique index alert_once on alert (ticket_id, stage, round, leg, run, kind) where raised_by is null;
create index alert_raised on alert (ticket_id, raised_by, threshold_at) where raised_by is not null;

-- One row per appeal; a leg has one at most.
create table appeal (
    id                uuid             not null primary key,
    version           bigint           not null,
    state             text             not null,
    level             integer          not null,
    ticket_id         uuid             not null,
    assignment_id     uuid             not null unique,
    department        text             not null,
    type              text,
    grid              text collate "C" not null,
    street            text collate "C" generated always as (left(grid, 9)) stored,
    due_at            timestamptz      not null,
    completed_at      timestamptz      not null,
    filed_at          timestamptz      not null,
    first_reason      text             not null,
    first_by          text             not null,
    first_at          timestamptz      not null,
    first_verdict     text,
    first_decided_by  text,
    first_decided_at  timestamptz,
    second_reason     text,
    second_by         text,
    second_at         timestamptz,
    second_verdict    text,
    second_decided_by text,
    second_decided_at timestamptz
);
create index appeal_latest on appeal (filed_at, id);
create index appeal_open on appeal (filed_at, id) where state = 'open';
create index appeal_ticket on appeal (ticket_id);
