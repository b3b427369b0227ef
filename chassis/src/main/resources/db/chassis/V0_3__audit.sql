-- Who decided or looked at what. The transaction of a decision inserts into audit_pending and does nothing more; one
-- sealer at a time moves the entries into audit_record, each linked to the one before it by its hash.
create sequence audit_entry cache 1;

create table audit_pending (
    entry        bigint      not null default nextval('audit_entry') primary key,
    id           uuid        not null,
    at           timestamptz not null,
    actor        text        not null,
    department   text,
    action       text        not null,
    subject_type text        not null,
    subject_id   text        not null,
    detail       text        not null
);

-- Rows live for a second: clean up by count, not by share of the table.
alter table audit_pending set (
    autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 20000,
    autovacuum_vacuum_insert_scale_factor = 0, autovacuum_vacuum_insert_threshold = 50000);

create table audit_record (
    seq          bigint      not null primary key check (seq > 0),
    at           timestamptz not null,
    actor        text        not null,
    department   text,
    action       text        not null,
    subject_type text        not null,
    subject_id   text        not null,
    -- JSON as it was written: the hash is over its characters.
    detail       text        not null,
    digest       text        not null,
    previous     bytea       not null,
    hash         bytea       not null
);
create index audit_record_subject on audit_record (subject_id, seq);
create index audit_record_actor on audit_record (actor, seq);
create index audit_record_action on audit_record (action, seq);
create index audit_record_at on audit_record using brin (at);

-- The last sealed record, and the last one that retention has removed. The signature is over all of it.
create table audit_head (
    id          smallint    not null primary key check (id = 1),
    seq         bigint      not null check (seq >= floor_seq),
    hash        bytea       not null,
    floor_seq   bigint      not null check (floor_seq >= 0),
    floor_hash  bytea       not null,
    sealed_at   timestamptz not null,
    signed_with text        not null,
    signature   bytea       not null
);
insert into audit_head values (1, 0, '', 0, '', now(), '', '');

-- 184 days are the law's, so they stand here and not in the configuration, which can only keep records longer.
create function audit_guard() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' then
        if old.at < now() - interval '184 days' then
            return old;
        end if;
    end if;
    raise exception 'audit records are not changed, and not removed before 184 days'
        using errcode = 'integrity_constraint_violation';
end $$;
create trigger audit_record_guard before update or delete on audit_record
    for each row execute function audit_guard();
create trigger audit_record_stays before truncate on audit_record
    for each statement execute function audit_guard();

create function audit_head_guard() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' then
        if new.id = old.id and new.seq >= old.seq and new.floor_seq >= old.floor_seq then
            return new;
        end if;
    end if;
    raise exception 'the head of the audit chain only moves forward'
        using errcode = 'integrity_constraint_violation';
end $$;
create trigger audit_head_guard before update or delete on audit_head
    for each row execute function audit_head_guard();
create trigger audit_head_stays before insert or truncate on audit_head
    for each statement execute function audit_head_guard();
