-- What leaders read. Rates are counted once, when a fact changes, and not again by every report.

-- Bodies were whistled for at least once.
alter table loop add column whistled boolean not null default false;

-- The street rates a body's part; the last rating stands.
create table leg_rating (
    assignment_id uuid             not null primary key,
    ticket_id     uuid             not null,
    department    text             not null,
    type          text,
    grid          text collate "C" not null,
    street        text collate "C" generated always as (left(grid, 9)) stored,
    rating        text             not null,
    comment       text,
    rated_by      text             not null,
    rated_at      timestamptz      not null
);
create index leg_rating_rated on leg_rating (rated_at, street, department);

-- Reports of residents, by phone or themselves, and the last one before by the same person about the same type or grid.
create table reported (
    report_id   uuid             not null primary key,
    ticket_id   uuid             not null,
    reporter    uuid             not null,
    grid        text collate "C" not null,
    type        text,
    filed_at    timestamptz      not null,
    previous    uuid,
    previous_at timestamptz
);
create index reported_reporter on reported (reporter, filed_at);
create index reported_repeats on reported (filed_at, report_id) where previous is not null;

-- What is still open, for backlog and early warnings.
create index leg_open on leg (due_at, assignment_id) where completed_at is null and ended_at is null;
-- The latest of those that were late, whatever the period.
create index leg_late on leg ((completed_at - due_at), due_at, grid) where completed_at > due_at and ended_at is null;
create index loop_open on loop (filed_at, ticket_id) where state not in ('closed', 'registered', 'merged');

-- What a leader follows: an area or a type.
create table follow (
    account text        not null,
    kind    text        not null,
    code    text        not null,
    since   timestamptz not null,
    primary key (account, kind, code)
);

-- Bulletins of closed periods, one for each period and each extent of sight; never changed.
create table bulletin (
    period    text        not null,
    extent    text        not null,
    document  jsonb       not null,
    issued_at timestamptz not null,
    primary key (period, extent)
);

-- The day of an instant where this system runs.
create function tally_day(at timestamptz) returns date language sql immutable parallel safe
    return (at at time zone 'Asia/Shanghai')::date;

-- What one statement changed in the counts of a day: written by the triggers below, in the transaction of the change,
-- so that counts and facts cannot part. Nobody waits for another here; tally_roll takes it into tally.
create table tally_delta (
    day        date             not null,
    grid       text collate "C" not null,
    department text             not null,
    type       text             not null,
    legs_due integer, legs_handled integer, legs_on_time integer, legs_extended integer,
    close_due integer, closed integer, closed_on_time integer, reworked integer,
    dispatched integer, never_returned integer, whistled integer,
    reports integer, valid integer,
    contacts_due integer, contacted_on_time integer,
    answers integer, solved integer, satisfied integer, fair integer,
    ratings integer, ratings_satisfied integer, ratings_fair integer
);
create index tally_delta_day on tally_delta (day);

-- Counts by day ('d') and month ('m', its first day) in five cuts, each with only the columns a question needs; the
-- others hold '*': 1 street, department · 2 community, department · 3 street, department, type · 4 community, type ·
-- 5 grid. 'none' is no body or no type. Null is zero.
create table tally (
    cube       smallint         not null,
    grain      text collate "C" not null,
    day        date             not null,
    place      text collate "C" not null,
    department text collate "C" not null,
    type       text collate "C" not null,
    legs_due integer, legs_handled integer, legs_on_time integer, legs_extended integer,
    close_due integer, closed integer, closed_on_time integer, reworked integer,
    dispatched integer, never_returned integer, whistled integer,
    reports integer, valid integer,
    contacts_due integer, contacted_on_time integer,
    answers integer, solved integer, satisfied integer, fair integer,
    ratings integer, ratings_satisfied integer, ratings_fair integer,
    primary key (cube, grain, day, place, department, type)
) partition by list (grain);
create table tally_days partition of tally for values in ('d') partition by list (cube);
create table tally_months partition of tally for values in ('m') partition by list (cube);

-- A table for each cut and grain: a report reads one of them, and the small ones stay in memory.
do $do$
begin
    for cube in 1..5 loop
        execute format('create table tally_days_%1$s partition of tally_days for values in (%1$s)
            with (fillfactor = 90)', cube);
        execute format('create table tally_months_%1$s partition of tally_months for values in (%1$s)
            with (fillfactor = 70)', cube);
    end loop;
end $do$;

-- One function and three triggers for each table of facts. A row counts on the day of its instant, as if that day were
-- over: days that are not over are counted from the facts, because what is not due yet must not lower a rate.
do $do$
declare
    measures text[] := array['legs_due', 'legs_handled', 'legs_on_time', 'legs_extended', 'close_due', 'closed',
        'closed_on_time', 'reworked', 'dispatched', 'never_returned', 'whistled', 'reports', 'valid', 'contacts_due',
        'contacted_on_time', 'answers', 'solved', 'satisfied', 'fair', 'ratings', 'ratings_satisfied', 'ratings_fair'];
    fact record;
    part record;
    branch text;
    news text;
    olds text;
    used text[];
    sums text;
    changes text;
    head text;
begin
    create temporary table fact_part (tab text, at text, body text, used text[], vals text[], counted text) on commit drop;
    insert into fact_part values
        ('leg', 'f.due_at', 'f.department',
         array['legs_due', 'legs_handled', 'legs_on_time', 'legs_extended'],
         array['1', '(f.completed_at is not null)::int', 'coalesce(f.completed_at <= f.due_at, false)::int',
               '(f.extensions > 0)::int'],
         'f.ended_at is null and not f.excused and (f.completed_at is not null or f.paused_at is null)'),
        ('loop', 'f.close_due_at', 'f.lead_department',
         array['close_due', 'closed', 'closed_on_time', 'reworked'],
         array['1', '(f.closed_at is not null)::int', 'coalesce(f.closed_at <= f.close_due_at, false)::int',
               '(f.reworks > 0)::int'],
         $$f.close_due_at is not null and f.merged_into is null and coalesce(f.outcome, '') <> 'not-accepted'$$),
        ('loop', 'f.first_dispatched_at', 'f.first_department',
         array['dispatched', 'never_returned', 'whistled'],
         array['1', '(f.returns = 0)::int', 'f.whistled::int'],
         'f.first_dispatched_at is not null and f.merged_into is null'),
        ('loop', 'f.filed_at', 'f.lead_department',
         array['reports', 'valid'],
         array['1', $$(f.state <> 'registered' and coalesce(f.outcome, '') <> 'not-accepted')::int$$],
         'f.merged_into is null'),
        ('callback', 'f.due_at', 'f.department',
         array['contacts_due', 'contacted_on_time'],
         array['1', 'coalesce(f.contacted_at <= f.due_at, false)::int'],
         'true'),
        ('callback', 'f.contacted_at', 'f.department',
         array['answers', 'solved', 'satisfied', 'fair'],
         array['1', 'f.solved::int', $$coalesce(f.satisfaction = 'satisfied', false)::int$$,
               $$coalesce(f.satisfaction = 'fair', false)::int$$],
         'f.solved is not null and f.contacted_at is not null'),
        ('leg_rating', 'f.rated_at', 'f.department',
         array['ratings', 'ratings_satisfied', 'ratings_fair'],
         array['1', $$(f.rating = 'satisfied')::int$$, $$(f.rating = 'fair')::int$$],
         'true');
    for fact in select tab, array_agg(u) as used from (select tab, unnest(p.used) as u from fact_part p) x group by tab
    loop
        used := fact.used;
        head := format('insert into tally_delta (day, grid, department, type, %s) ', array_to_string(used, ', '));
        sums := (select string_agg(format('sum(%I)::int', u), ', ') from unnest(used) u);
        changes := (select string_agg(format('sum(%I) <> 0', u), ' or ') from unnest(used) u);
        news := null;
        olds := null;
        for part in select * from fact_part where tab = fact.tab
        loop
            -- A measure of another part of the same table is zero here.
            branch := (select string_agg(format('%%s * %s as %I',
                           coalesce((select v from unnest(part.used, part.vals) as p (u2, v) where u2 = u), '0'), u), ', ')
                       from unnest(used) u);
            branch := 'select tally_day(' || part.at || ') as day, f.grid, coalesce(' || part.body
                || ', ''none'') as department, coalesce(f.type, ''none'') as type, ' || branch
                || ' from %s f where ' || part.counted;
            news := concat_ws(' union all ', news, replace(replace(branch, '%s * ', '1 * '), 'from %s f', 'from come f'));
            olds := concat_ws(' union all ', olds, replace(replace(branch, '%s * ', '-1 * '), 'from %s f', 'from gone f'));
        end loop;
        execute format('create function tally_%1$s_come() returns trigger language plpgsql as $f$ begin
            %2$s select day, grid, department, type, %3$s from (%4$s) c group by 1, 2, 3, 4; return null; end $f$',
            fact.tab, head, sums, news);
        execute format('create function tally_%1$s_gone() returns trigger language plpgsql as $f$ begin
            %2$s select day, grid, department, type, %3$s from (%4$s) c group by 1, 2, 3, 4; return null; end $f$',
            fact.tab, head, sums, olds);
        execute format('create function tally_%1$s_changed() returns trigger language plpgsql as $f$ begin
            %2$s select day, grid, department, type, %3$s from (%4$s union all %5$s) c group by 1, 2, 3, 4
            having %6$s; return null; end $f$',
            fact.tab, head, sums, news, olds, changes);
        execute format('create trigger tally_come after insert on %1$I referencing new table as come
            for each statement execute function tally_%1$s_come()', fact.tab);
        execute format('create trigger tally_gone after delete on %1$I referencing old table as gone
            for each statement execute function tally_%1$s_gone()', fact.tab);
        execute format('create trigger tally_changed after update on %1$I
            referencing old table as gone new table as come
            for each statement execute function tally_%1$s_changed()', fact.tab);
        -- What was there before this version; taken in by and by, and counted by reports meanwhile.
        execute format('%1$s select day, grid, department, type, %2$s from (%3$s) c group by 1, 2, 3, 4',
            head, sums, replace(news, 'from come f', format('from %I f', fact.tab)));
    end loop;

    -- Takes the changes of days before one into the counts, at most so many; answers how many it took. A day that is not
    -- over waits: reports count it from the facts, and its changes cancel out or fall together meanwhile. One at a time; a
    -- report reads both tables in one statement, so it sees every change exactly once.
    execute format($f$
        create function tally_roll(before date, most integer) returns integer language plpgsql as $body$
        declare took integer;
        begin
            if not pg_try_advisory_xact_lock(hashtext('tally_roll')) then
                return 0;
            end if;
            with taken as (
                delete from tally_delta where ctid = any (array(select ctid from tally_delta where day < before order by day limit most)) returning *
            ), once as (
                select day, grid, department, type, %1$s, count(*) as changes from taken group by 1, 2, 3, 4
            ), put as (
                insert into tally (cube, grain, day, place, department, type, %2$s)
                select c.cube, g.grain, case g.grain when 'd' then o.day else date_trunc('month', o.day)::date end,
                       left(o.grid, c.digits), case when c.by_department then o.department else '*' end,
                       case when c.by_type then o.type else '*' end, %3$s
                from once o
                cross join (values (1::smallint, 9, true, false), (2, 12, true, false), (3, 9, true, true),
                                   (4, 12, false, true), (5, 15, false, false))
                    as c (cube, digits, by_department, by_type)
                cross join (values ('d'), ('m')) as g (grain)
                group by 1, 2, 3, 4, 5, 6
                having %4$s
                on conflict (cube, grain, day, place, department, type) do update set %5$s
            )
            select coalesce(sum(changes), 0) into took from once;
            return took;
        end $body$ $f$,
        (select string_agg(format('sum(%1$I)::int as %1$I', m), ', ') from unnest(measures) m),
        array_to_string(measures, ', '),
        (select string_agg(format('nullif(sum(o.%I), 0)::int', m), ', ') from unnest(measures) m),
        (select string_agg(format('sum(o.%I) <> 0', m), ' or ') from unnest(measures) m),
        (select string_agg(format('%1$I = nullif(coalesce(tally.%1$I, 0) + coalesce(excluded.%1$I, 0), 0)', m), ', ')
         from unnest(measures) m));
end $do$;
