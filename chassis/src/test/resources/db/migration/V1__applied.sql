-- What the tests' small service keeps: what it applied, in which order and in which transaction.
create table applied (
    seq         bigint generated always as identity primary key,
    event_id    uuid   not null,
    subject     uuid   not null,
    body        text   not null check (body <> 'forbidden'),
    "partition" int    not null,
    "offset"    bigint not null,
    tx          xid8   not null default pg_current_xact_id()
);
create index applied_subject on applied (subject, seq);

create table grouped (
    item text not null primary key check (item <> 'forbidden'),
    tx   xid8 not null default pg_current_xact_id()
);
