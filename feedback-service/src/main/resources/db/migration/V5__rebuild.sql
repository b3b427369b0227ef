-- Rebuilding the numbers from the journal: what was asked for, how far it is, and what was found. The facts themselves are
-- rebuilt in a schema of their own, which each rebuild makes anew.
create table rebuild (
    id           uuid        not null primary key,
    state        text        not null,
    phase        text        not null,
    repair       boolean     not null,
    place        text,
    requested_by text        not null,
    requested_at timestamptz not null,
    finished_at  timestamptz,
    -- who works on it, and until when that holds without a sign of life
    runner       uuid,
    leased_until timestamptz not null,
    -- by partition of the journal: where it began, and what has been read
    positions    jsonb       not null default '{}',
    -- figures and first finds by phase
    findings     jsonb       not null default '{}',
    error        text
);
create unique index rebuild_one on rebuild (state) where state = 'running';
create index rebuild_latest on rebuild (requested_at desc, id desc);

-- Facts that are not as the journal has them; null is none.
create table rebuild_difference (
    rebuild_id uuid  not null,
    ticket_id  uuid  not null,
    fact       text  not null,
    fact_id    text  not null,
    kept       jsonb,
    journal    jsonb,
    outcome    text  not null,
    primary key (rebuild_id, ticket_id, fact, fact_id)
);
