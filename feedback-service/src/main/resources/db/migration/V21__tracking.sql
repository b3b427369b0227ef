-- Which report a tracking code stands for: by the digest of the code, which itself is kept nowhere.
create table tracking (
    digest    text        not null primary key,
    report_id uuid        not null,
    ticket_id uuid        not null,
    filed_at  timestamptz not null,
    -- Of a whistle-blower's report no more than the state is told.
    hidden    boolean     not null
);

-- What reporters are told in words: what a body did, where it belongs, how the chain below the street settled it.
create table told (
    ticket_id  uuid        not null,
    -- The body's part, or the ticket.
    source     uuid        not null,
    told_at    timestamptz not null,
    kind       text        not null check (kind in ('completed', 'not-accepted', 'settled')),
    department text,
    text       text        not null,
    primary key (ticket_id, source, told_at)
);
