-- Numbers assignments in the order they were received. The inserting transaction holds an advisory lock from before
-- the number is drawn until its commit, so numbers become visible in their own order: a reader that has seen number n
-- will never meet a smaller one later (see AssignmentBatch).
create sequence assignment_received cache 1;

create table assignment (
    id                 uuid        not null primary key,
    received           bigint      not null default nextval('assignment_received'),
    received_at        timestamptz not null default clock_timestamp(),
    version            bigint      not null default 0,
    ticket_id          uuid        not null,
    department         text        not null,
    grid               text        not null,
    role               text        not null,
    urgency            text        not null,
    -- the message it was issued by, JSON as it came; only ever read whole, so it is not parsed on the way in
    issue              text        not null,
    stage              text        not null,
    -- whether there is still something to do; the indexes of the desk depend on it and not on the stage, so that
    -- accepting does not touch an index
    open               boolean     not null,
    handle_started_at  timestamptz not null,
    handle_warn_at     timestamptz not null,
    handle_due_at      timestamptz not null,
    handle_supervise_at timestamptz not null,
    return_by          timestamptz not null,
    returns_left       integer     not null,
    return_id          uuid,
    reworked_at        timestamptz,
    noted_at           timestamptz,
    handler            text,
    accepted_at        timestamptz,
    completed_at       timestamptz,
    recall_cause       text,
    ended_at           timestamptz,
    check (stage in ('issued', 'accepted', 'return-pending', 'completed', 'recalled', 'settled'))
) with (fillfactor = 80);

create unique index assignment_by_received on assignment (received);
create index assignment_by_department_received on assignment (department, received);
create index assignment_by_ticket on assignment (ticket_id);
create index assignment_open_by_department on assignment (department, handle_due_at, id) where open;
create index assignment_open_by_due on assignment (handle_due_at, id) where open;

-- What happened to each assignment after it was issued: the department's own events and what dispatch told.
create table assignment_history (
    assignment_id uuid        not null,
    version       bigint      not null,
    occurred_at   timestamptz not null,
    type          text        not null,
    event         text        not null,
    primary key (assignment_id, version)
);
