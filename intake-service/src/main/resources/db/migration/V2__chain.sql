-- The chain below the street: a report may begin a matter that becomes a ticket only when the chain cannot settle it.
-- What was filed before is a ticket as it was.
alter table report drop constraint report_kind_check;
alter table report add constraint report_kind_check check (kind in ('ticket', 'routine', 'joined', 'matter'));
-- The level at which it began; null when it began at none below the street.
alter table report add column first_level text;

create table matter (
    id         uuid        not null primary key,
    version    bigint      not null,
    kind       text        not null,
    state      text        not null check (state in ('open', 'answered', 'passed-up')),
    -- The level that has it, or that had it last.
    level      text        not null,
    grid       text        not null,
    -- How it was settled below the street: an answer or a deliberation's resolution.
    answer     text,
    changed_at timestamptz not null
);
-- What a level has, newest first.
create index matter_at_level on matter (state, level, id);

-- What each level did with a matter.
create table matter_step (
    matter_id    uuid        not null,
    step         bigint      not null,
    happened     text        not null check (happened in ('answered', 'passed-up', 'deliberated')),
    level        text        not null,
    to_level     text,
    text         text        not null,
    participants integer,
    options      text[],
    account      text        not null,
    at           timestamptz not null,
    primary key (matter_id, step)
);

-- An emergency alarms community, street and district at once and is tracked until it is safe.
create table alarm (
    ticket_id    uuid        not null primary key,
    version      bigint      not null,
    -- open: a level has not acknowledged yet.
    state        text        not null check (state in ('open', 'acknowledged', 'safe')),
    grid         text        not null,
    raised_at    timestamptz not null,
    community_at timestamptz,
    community_by text,
    street_at    timestamptz,
    street_by    text,
    district_at  timestamptz,
    district_by  text,
    safe_at      timestamptz,
    safe_by      text,
    note         text
);
create index alarm_by_state on alarm (state, ticket_id);

-- Emergencies that still run are tracked from now on.
insert into alarm (ticket_id, version, state, grid, raised_at)
select id, 0, 'open', grid, filed_at from report where kind = 'ticket' and matter = 'EMERGENCY' and open;
