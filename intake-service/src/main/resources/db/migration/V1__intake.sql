-- A report as it was filed; never changed, but for the two columns that follow the ticket.
create table report (
    id               uuid             not null primary key,
    account          text             not null,
    client_id        text             not null,
    -- Keyed hash over the request: it holds a phone number.
    fingerprint      bytea            not null,
    kind             text             not null check (kind in ('ticket', 'routine', 'joined')),
    ticket_id        uuid             not null,
    ticket_no        text             not null,
    matter           text             not null,
    type             text,
    condition        text,
    urgency          text,
    text             text             not null,
    grid             text             not null,
    longitude        double precision not null,
    latitude         double precision not null,
    cell             bigint           not null,
    address          text,
    asset_id         text,
    asset_mark       text,
    photos           uuid[]           not null,
    pseudonym        uuid             not null,
    reporter_kind    text             not null,
    outside_own_grid boolean          not null,
    outcome          text,
    filed_at         timestamptz      not null,
    -- Whether it is a ticket that still runs, and the type it has now: a dispatcher may have corrected the reporter's.
    open             boolean          not null,
    current_type     text,
    unique (account, client_id)
);

-- An account's own reports, newest first: ids sort by time.
create index report_own on report (account, id);
-- What is open near a place, by type and small cell.
create index report_open_near on report (current_type, cell) where open;
-- The others that were joined to a ticket.
create index report_joined on report (ticket_id) where kind = 'joined';

-- Numbers for the ends of ticket numbers, taken in blocks by each instance.
create sequence ticket_number as integer increment by 16384 minvalue 0 maxvalue 1073741823 cycle;

-- Who reported: sealed with AES-256-GCM, bound to the report's id.
create table personal_data (
    report_id uuid  not null primary key,
    pseudonym uuid  not null,
    sealed    bytea not null
);

-- What became of a ticket, as the journal tells it. Filed and nothing more: no row.
create table fate (
    ticket_id   uuid        not null primary key,
    version     bigint      not null,
    state       text        not null,
    round       integer     not null,
    type        text,
    condition   text,
    lead        text,
    due_at      timestamptz,
    departments text[]      not null,
    legs        jsonb       not null,
    explanation text,
    changed_at  timestamptz not null
);

create table timeline (
    ticket_id      uuid        not null,
    journal_offset bigint      not null,
    event_id       uuid        not null,
    happened       text        not null,
    at             timestamptz not null,
    department     text,
    note           text,
    primary key (ticket_id, journal_offset, event_id)
);

-- The district's files as last loaded; one row.
create table district (
    id              smallint    not null primary key check (id = 1),
    version         bigint      not null,
    content_version text        not null,
    archive         bytea       not null,
    loaded_by       text        not null,
    loaded_at       timestamptz not null
);
alter table district alter column archive set storage external;
