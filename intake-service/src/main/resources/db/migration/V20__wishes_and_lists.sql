-- Small wishes (微心愿): order, dispatch, acceptance. Whom to visit is sealed in personal_data, under the wish's id.
create table wish (
    id          uuid        not null primary key,
    version     bigint      not null,
    state       text        not null check (state in ('posted', 'dispatched', 'claimed', 'done', 'thanked', 'withdrawn',
                                                      'lapsed')),
    category    text        not null,
    tags        text[]      not null,
    -- Of its community or grid.
    area        text        not null,
    title       text        not null,
    text        text        not null,
    posted_by   text        not null,
    -- Posted by somebody of the chain for a resident.
    on_behalf   boolean     not null,
    pseudonym   uuid        not null,
    kind        text        not null,
    posted_at   timestamptz not null,
    -- Bodies it is offered to; none for everybody of its area.
    departments text[]      not null default '{}',
    -- When it lapses; null while it cannot be claimed.
    claim_by    timestamptz,
    claimed_by  text,
    department  text,
    resource_id uuid,
    changed_at  timestamptz not null
);
create index wish_by_state on wish (state, id);
-- What may lapse, the first first.
create index wish_to_lapse on wish (claim_by) where state = 'dispatched';
-- How many a person has at once, and how many a volunteer has claimed.
create index wish_of_person on wish (pseudonym) where state in ('posted', 'dispatched', 'claimed', 'done');
create index wish_claimed_by on wish (claimed_by) where state = 'claimed';
create index wish_of_body on wish (department, id) where department is not null;
create index wish_posted_by on wish (posted_by, id);

create table wish_step (
    wish_id      uuid        not null references wish (id),
    step         bigint      not null,
    happened     text        not null,
    -- What was written with it: the result, the thanks, a reason.
    note         text,
    satisfaction text,
    departments  text[]      not null default '{}',
    account      text        not null,
    department   text,
    at           timestamptz not null,
    primary key (wish_id, step)
);

-- The three lists (需求、资源、项目清单).
create table list_entry (
    id          uuid        not null primary key,
    version     bigint      not null,
    list        text        not null check (list in ('need', 'resource', 'project')),
    -- met: a need that a project came of.
    state       text        not null check (state in ('open', 'met', 'retired')),
    category    text        not null,
    tags        text[]      not null,
    area        text        not null,
    title       text        not null,
    text        text        not null,
    department  text,
    capacity    integer     not null check (capacity > 0),
    -- How many wishes and projects it serves now; retired ones no longer count.
    used        integer     not null default 0 check (used >= 0),
    valid_from  timestamptz,
    valid_until timestamptz,
    -- Of a project: what it came of.
    need_id     uuid,
    resource_id uuid,
    listed_by   text        not null,
    listed_at   timestamptz not null,
    changed_at  timestamptz not null
);
create index list_entry_by_state on list_entry (list, state, id);
create index list_entry_offered on list_entry (category, id) where list = 'resource' and state = 'open';

create table list_step (
    entry_id   uuid        not null references list_entry (id),
    step       bigint      not null,
    happened   text        not null,
    note       text,
    -- The other entry of a match.
    other_id   uuid,
    score      integer,
    account    text        not null,
    department text,
    at         timestamptz not null,
    primary key (entry_id, step)
);
