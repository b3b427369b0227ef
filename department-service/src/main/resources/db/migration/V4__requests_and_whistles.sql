-- What goes with an assignment beside its limits (task, whistle, requests, suspension), JSON; null in rows of before,
-- where the message they were issued by says all of it.
alter table assignment add column details text;
alter table assignment alter column details set statistics 0;
-- Whether a whistle calls for it; null in rows of before, which no whistle called for.
alter table assignment add column whistle boolean;
create index assignment_open_whistle on assignment (handle_due_at, id) where open and whistle;

-- A suspended assignment is not open: nobody has anything to do with it, so it leaves the desk until it is resumed.
-- Not validated: what is there has kept the narrower rule.
alter table assignment drop constraint assignment_stage_check;
alter table assignment add constraint assignment_stage_check
    check (stage in ('issued', 'accepted', 'return-pending', 'suspended', 'completed', 'recalled', 'settled'))
    not valid;

-- Extensions and suspensions that were asked for, each with its way from the handler over the manager to the street.
create table assignment_request (
    id            uuid        not null primary key,
    assignment_id uuid        not null,
    department    text        not null,
    grid          text        not null,
    kind          text        not null check (kind in ('extension', 'suspension')),
    state         text        not null
                  check (state in ('waiting', 'sent', 'granted', 'refused', 'declined', 'withdrawn')),
    -- as asked, and as endorsed
    request       text        not null,
    -- what the manager or the street said
    answer        text,
    asked_at      timestamptz not null,
    changed_at    timestamptz not null
);
create index assignment_request_by_department on assignment_request (department, state, asked_at, id);
create index assignment_request_by_state on assignment_request (state, asked_at, id);
