-- Rules that an administrator prepares, tries against past tickets, and puts in force, at once or on a day.
create table policy_draft (
    id             uuid        not null primary key,
    version        bigint      not null,
    title          text        not null,
    -- the policy it changes; it comes into force only while that one is
    base_version   text        not null,
    state          text        not null,
    created_by     text        not null,
    created_at     timestamptz not null,
    -- how often its files were changed
    changes        integer     not null,
    changed_by     text        not null,
    changed_at     timestamptz not null,
    effective_from timestamptz,
    reason         text,
    decided_by     text,
    decided_at     timestamptz,
    -- the policy it became
    result_version text
);
create index policy_draft_latest on policy_draft (created_at desc, id desc);
create index policy_draft_scheduled on policy_draft (effective_from) where state = 'scheduled';

-- The district's files it replaces, whole.
create table policy_draft_file (
    draft_id uuid  not null references policy_draft,
    name     text  not null,
    content  bytea not null,
    primary key (draft_id, name)
);

-- A dispatcher's choice that could become a rule.
create table rule_proposal (
    id            uuid        not null primary key,
    version       bigint      not null,
    ticket_id     uuid        not null,
    ticket_no     text        not null,
    grid          text        not null,
    place         text        not null,
    type          text        not null,
    condition     text        not null,
    lead          text        not null,
    cooperating   text        not null,
    note          text        not null,
    state         text        not null,
    proposed_by   text        not null,
    proposed_at   timestamptz not null,
    draft_id      uuid references policy_draft,
    rule_id       text,
    reason        text,
    decided_by    text,
    decided_at    timestamptz
);
create index rule_proposal_latest on rule_proposal (proposed_at desc, id desc);
-- One open proposal for each ticket: proposing again is the same proposal.
create unique index rule_proposal_open on rule_proposal (ticket_id) where state = 'open';

create index ticket_by_filing_forward on ticket (filed_at, id);
