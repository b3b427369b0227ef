-- Answers of a department's own system to an assignment that has not been read here yet: it may be the faster reader of
-- the two. They are decided when it has, or refused when it does not come.
create sequence early_reply_seq cache 1;

create table early_reply (
    event_id      uuid        not null primary key,
    seq           bigint      not null default nextval('early_reply_seq'),
    assignment_id uuid        not null,
    topic         text        not null,
    type          text        not null,
    source        text        not null,
    subject       uuid        not null,
    occurred_at   timestamptz not null,
    payload       bytea       not null,
    came_at       timestamptz not null
);
create index early_reply_assignment on early_reply (assignment_id, seq);
create index early_reply_came on early_reply (came_at);
