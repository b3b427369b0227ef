-- Tickets that the community found to be the same matter (社区梳理汇总). A row for each merge, undone or not.
create table ticket_merge (
    ticket_id       uuid        not null,
    merged_at       timestamptz not null,
    into_id         uuid        not null,
    reason          text        not null,
    merged_by       text        not null,
    unmerged_at     timestamptz,
    unmerged_reason text,
    unmerged_by     text,
    primary key (ticket_id, merged_at)
);

-- The ticket that this one goes on in, while it is merged.
alter table fate add column merged_into uuid;
create index fate_merged on fate (merged_into) where merged_into is not null;

-- One person's earlier matters of a type at a place.
create index report_repeat on report (pseudonym, type, cell);
