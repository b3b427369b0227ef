-- Owners of assets that were fixed by an identification whistle or by the district; they come before the asset register
-- of the district's files.
create table registered_asset (
    asset_id      text             not null primary key,
    -- the issue type it was reported under
    type          text             not null,
    department    text             not null,
    longitude     double precision not null,
    latitude      double precision not null,
    ticket_id     uuid             not null,
    reason        text             not null,
    registered_by text             not null,
    registered_at timestamptz      not null,
    -- the transaction that wrote the row last, so that every instance can read on from where it was
    change_xid    xid8             not null default pg_current_xact_id()
);
create index registered_asset_changes on registered_asset (change_xid, asset_id);

-- Every whistle with what its bodies have done so far, written with its ticket. The ticket's document has the rest.
create table whistle (
    id          uuid        not null primary key,
    ticket_id   uuid        not null,
    ticket_no   text        not null,
    round       integer     not null,
    kind        text        not null,
    subject     text        not null,
    venue       text        not null,
    street      text        not null,
    grid        text        not null,
    lead        text        not null,
    called_at   timestamptz not null,
    meet_at     timestamptz not null,
    check_in_by timestamptz,
    invited     integer     not null,
    signed      integer     not null,
    checked_in  integer     not null,
    reported    integer     not null
);
create index whistle_by_time on whistle (called_at desc, id desc);
create index whistle_by_street on whistle (street, called_at desc, id desc);
create index whistle_by_ticket on whistle (ticket_id, round);
