-- Versions of the district's data. The latest loaded is in force; tickets keep the one they were dispatched under.
create table policy_version (
    version   text        not null primary key,
    archive   bytea       not null,
    loaded_at timestamptz not null,
    loaded_by text        not null
);
create index policy_version_loaded on policy_version (loaded_at desc);

-- One row per ticket: the columns that lists ask for, and the whole state as a document.
create table ticket (
    id             uuid        not null primary key,
    version        bigint      not null,
    ticket_no      text        not null,
    status         text        not null,
    matter         text        not null,
    type           text,
    condition      text,
    urgency        text,
    -- 0 the most urgent; 9 while nobody has classified it
    urgency_rank   integer     not null,
    street         text        not null,
    community      text        not null,
    grid           text        not null,
    lead           text,
    departments    text[]      not null,
    round          integer     not null,
    filed_at       timestamptz not null,
    -- from when the dispatch clock runs, and until when; while it is queued
    queued_since   timestamptz,
    dispatch_due   timestamptz,
    -- the lead's handling clock; while bodies are at work
    due            timestamptz,
    policy_version text        not null,
    summary        text        not null,
    address        text,
    document       jsonb       not null,
    -- The transaction that wrote the row last, set by the trigger below. Unlike a sequence it tells what is committed:
    -- everything below the oldest running transaction is, so a reader that stops there misses nothing.
    change_xid     xid8        not null
);

alter table ticket set (
    fillfactor = 85, autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_insert_scale_factor = 0.05);

create index ticket_changes on ticket (change_xid, id);
create index ticket_by_filing on ticket (filed_at desc, id desc);
create index ticket_by_street on ticket (street, filed_at desc, id desc);
create index ticket_no on ticket (ticket_no);
create index ticket_queue on ticket (street, urgency_rank, queued_since, id) where status = 'queued';
create index ticket_returns on ticket (street) where jsonb_array_length(document -> 'returns') > 0;
create index ticket_departments on ticket using gin (departments);

create function ticket_changed() returns trigger language plpgsql as $$
begin
    new.change_xid := pg_current_xact_id();
    return new;
end $$;
create trigger ticket_changed before insert or update on ticket for each row execute function ticket_changed();

-- Every event of a ticket's life as it stood on the journal; partition and offset give its one order.
create table ticket_history (
    ticket_id   uuid        not null,
    "partition" integer     not null,
    "offset"    bigint      not null,
    event_id    uuid        not null,
    type        text        not null,
    source      text        not null,
    at          timestamptz not null,
    data        jsonb       not null,
    primary key (ticket_id, "partition", "offset")
);
