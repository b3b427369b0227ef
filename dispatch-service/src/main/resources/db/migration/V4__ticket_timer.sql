-- What a ticket does by itself at an instant: derived from its document and written with it, by whoever holds the ticket's
-- row. A row that the document no longer asks for means nothing and is dropped when it is met.
create table ticket_timer (
    ticket_id uuid        not null,
    kind      text        not null,
    -- what it is about: a request, an assignment, a whistle
    ref       uuid        not null,
    due_at    timestamptz not null,
    -- when it is looked at next: when it is due, and later after each failure
    next_at   timestamptz not null,
    failures  integer     not null default 0,
    primary key (ticket_id, kind, ref)
);
create index ticket_timer_next on ticket_timer (next_at);

-- Extensions and suspensions asked for are part of the document; most tickets have none.
create index ticket_requests on ticket (street) where jsonb_array_length(document #> '{proceedings,requests}') > 0;
