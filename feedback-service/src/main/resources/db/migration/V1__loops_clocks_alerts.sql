-- One row per report or ticket: the state of its loop, and what the rates count.
create table loop (
    ticket_id           uuid             not null primary key,
    version             bigint           not null,
    state               text             not null,
    ticket_no           text             not null,
    matter              text             not null,
    type                text,
    condition           text,
    urgency             text,
    grid                text collate "C" not null,
    street              text collate "C" generated always as (left(grid, 9)) stored,
    longitude           double precision not null,
    latitude            double precision not null,
    filed_by            text             not null,
    filed_at            timestamptz      not null,
    journal_partition   integer          not null,
    round               integer          not null,
    reopened            integer          not null,
    reworks             integer          not null,
    returns             integer          not null,
    attempts            integer          not null,
    first_dispatched_at timestamptz,
    first_department    text,
    lead_department     text,
    since               timestamptz      not null,
    stage_due_at        timestamptz,
    close_due_at        timestamptz,
    closed_at           timestamptz,
    outcome             text
) with (fillfactor = 85);

-- The tasks of grid workers and call-back clerks, the most urgent first.
create index loop_tasks on loop (state, stage_due_at, ticket_id) where stage_due_at is not null;
create index loop_filed on loop (filed_at, street);
create index loop_close_due on loop (close_due_at, street, lead_department) where close_due_at is not null;
create index loop_first_dispatched on loop (first_dispatched_at, street, first_department)
    where first_dispatched_at is not null;

-- One row per body and round: who had it, by when, and when it was confirmed.
-- No foreign keys here and on alerts: their checks would lock the loop, in another order than those who write it do.
create table leg (
    assignment_id  uuid             not null primary key,
    ticket_id      uuid             not null,
    round          integer          not null,
    department     text             not null,
    role           text             not null,
    type           text,
    grid           text collate "C" not null,
    street         text collate "C" generated always as (left(grid, 9)) stored,
    issued_at      timestamptz      not null,
    due_at         timestamptz      not null,
    accepted_at    timestamptz,
    paused_at      timestamptz,
    completed_at   timestamptz,
    reworked_at    timestamptz,
    rework_pending boolean          not null,
    reworks        integer          not null,
    ended_at       timestamptz,
    ended_by       text
) with (fillfactor = 85);
create index leg_ticket on leg (ticket_id);
create index leg_due on leg (due_at, street, department);

-- One row per limit. leg is the assignment, or all zeros for the clocks of the whole ticket.
create table stage_clock (
    ticket_id    uuid        not null,
    stage        text        not null,
    round        integer     not null,
    leg          uuid        not null,
    run          integer     not null,
    department   text,
    started_at   timestamptz not null,
    warn_at      timestamptz not null,
    due_at       timestamptz not null,
    supervise_at timestamptz not null,
    paused_at    timestamptz,
    stopped_at   timestamptz,
    told         integer     not null,
    failures     integer     not null default 0,
    next_at      timestamptz,
    primary key (ticket_id, stage, round, leg, run)
) with (fillfactor = 85);
-- What the timer looks at: only clocks that can still pass a threshold.
create index stage_clock_next on stage_clock (next_at) where next_at is not null;

-- One row per threshold passed; the key makes it exactly one.
create table alert (
    id           uuid             not null primary key,
    ticket_id    uuid             not null,
    stage        text             not null,
    round        integer          not null,
    leg          uuid             not null,
    run          integer          not null,
    kind         text             not null,
    department   text,
    type         text,
    grid         text collate "C" not null,
    street       text collate "C" generated always as (left(grid, 9)) stored,
    due_at       timestamptz      not null,
    threshold_at timestamptz      not null,
    noticed_at   timestamptz      not null,
    unique (ticket_id, stage, round, leg, run, kind)
);
create index alert_latest on alert (threshold_at, id);
create index alert_street on alert (street, threshold_at, id);
create index alert_department on alert (department, threshold_at, id) where department is not null;

-- What was found on site.
create table verification (
    id            uuid             not null primary key,
    ticket_id     uuid             not null references loop,
    fixed         boolean          not null,
    note          text,
    longitude     double precision not null,
    latitude      double precision not null,
    metres        integer          not null,
    photos        uuid[]           not null,
    assignment_id uuid,
    verified_by   text             not null,
    verified_at   timestamptz      not null
);
create index verification_ticket on verification (ticket_id, verified_at);

-- One row each time a reporter has to be told and asked.
create table callback (
    ticket_id    uuid             not null references loop,
    cycle        integer          not null,
    department   text,
    type         text,
    grid         text collate "C" not null,
    street       text collate "C" generated always as (left(grid, 9)) stored,
    opened_at    timestamptz      not null,
    due_at       timestamptz      not null,
    contacted_at timestamptz,
    channel      text,
    solved       boolean,
    satisfaction text,
    comment      text,
    answered_by  text,
    primary key (ticket_id, cycle)
);
create index callback_due on callback (due_at, street, department);
create index callback_contacted on callback (contacted_at, street, department) where contacted_at is not null;

-- Calls without contact.
create table callback_attempt (
    id        uuid        not null primary key,
    ticket_id uuid        not null references loop,
    cycle     integer     not null,
    channel   text        not null,
    called_by text        not null,
    called_at timestamptz not null
);
create index callback_attempt_ticket on callback_attempt (ticket_id, called_at);

-- The district's versions; the latest uploaded is in use.
create table district_version (
    version     text        not null primary key,
    archive     bytea       not null,
    uploaded_by text        not null,
    uploaded_at timestamptz not null
);
alter table district_version alter column archive set storage external;
