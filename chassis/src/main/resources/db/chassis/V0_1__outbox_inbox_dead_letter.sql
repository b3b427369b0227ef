-- Columns follow Debezium's outbox event router, so that Kafka Connect can take the place of the built-in relay:
-- aggregatetype is the topic, aggregateid the record's key.
create sequence outbox_seq cache 1;

create table outbox (
    seq           bigint      not null default nextval('outbox_seq') primary key,
    id            uuid        not null,
    aggregatetype text        not null,
    aggregateid   uuid        not null,
    type          text        not null,
    source        text        not null,
    occurred_at   timestamptz not null,
    causation     text,
    payload       bytea       not null
);

-- Rows live for milliseconds: clean up by count, not by share of the table.
alter table outbox set (
    autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 20000,
    autovacuum_vacuum_insert_scale_factor = 0, autovacuum_vacuum_insert_threshold = 50000,
    autovacuum_vacuum_cost_delay = 0);

create table inbox (
    event_id uuid        not null primary key,
    seen_at  timestamptz not null default now()
);
create index inbox_seen_at on inbox using brin (seen_at);

create table dead_letter (
    id          uuid        not null primary key,
    topic       text        not null,
    "partition" integer     not null,
    "offset"    bigint      not null,
    record_key  text,
    headers     jsonb       not null,
    payload     bytea,
    cause       text        not null,
    failed_at   timestamptz not null,
    attempts    integer     not null default 1,
    replayed_at timestamptz,
    replayed_by text,
    unique (topic, "partition", "offset")
);
create index dead_letter_open on dead_letter (failed_at, id) where replayed_at is null;
