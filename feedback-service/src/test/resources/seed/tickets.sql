-- Plausible tickets of a district's year, for measuring: 15 streets of 10 communities of 10 grids, 26 bodies, 66 types,
-- each with its usual body. As many as the setting seed.tickets says, filed evenly over the year before now; the last
-- days' are still open. Deterministic: everything comes from the row's number.
create temporary table n as
select i,
       md5('t' || i)::uuid as ticket_id,
       '3701020' || lpad((10 + i % 15)::text, 2, '0') || lpad((1 + (i / 15) % 10)::text, 3, '0')
           || lpad((1 + (i / 150) % 10)::text, 3, '0') as grid,
       (hashint4(i) & 2147483647) % 66 as kind,
       now() - interval '1 year' + interval '1 year' * i / current_setting('seed.tickets')::float8 as filed_at,
       (hashint4(i * 7) & 2147483647) % 1000 as luck,
       (hashint4(i * 13) & 2147483647) % 1000 as chance
from generate_series(1, current_setting('seed.tickets')::int) as s (i);

create temporary table m as
select n.*,
       case when kind < 40 then 'C' else 'E' end || lpad((kind + 1)::text, 4, '0') as type,
       'body-' || lpad((1 + (kind * 5) % 26)::text, 2, '0') as department,
       filed_at + interval '10 minutes' as dispatched_at,
       filed_at + interval '10 minutes' + interval '1 hour' * (2 + (chance % 72)) as due_at,
       -- 85 % well within the limit, 10 % late, 5 % much later
       filed_at + interval '10 minutes' + interval '1 hour' * (2 + (chance % 72))
           * case when luck < 850 then 0.2 + luck / 1200.0 when luck < 950 then 1.2 else 6 end as done_at
from n;

insert into loop (ticket_id, version, state, ticket_no, matter, type, condition, urgency, grid, longitude, latitude,
                  filed_by, filed_at, journal_partition, round, reopened, reworks, returns, attempts,
                  first_dispatched_at, first_department, lead_department, since, stage_due_at, close_due_at, closed_at,
                  outcome, whistled)
select ticket_id, 5,
       case when luck % 20 = 19 then 'registered'
            when done_at + interval '6 hours' < now() then 'closed'
            when done_at < now() then 'awaiting-verification' else 'handling' end,
       left(grid, 9) || '-' || to_char(filed_at, 'YYYYMMDD') || '-' || lpad(to_hex(i), 6, '0'), 'coordination', type, 'a',
       'U2', grid, 117.05, 36.67, 'resident-' || (i % 200000), filed_at, i % 12, 1, (luck % 40 = 7)::int,
       (luck % 25 = 3)::int, (luck % 33 = 5)::int, 0,
       case when luck % 20 < 19 then dispatched_at end, case when luck % 20 < 19 then department end,
       case when luck % 20 < 19 then department end, filed_at, null,
       case when luck % 20 < 19 then due_at + interval '24 hours 30 minutes' end,
       case when luck % 20 < 19 and done_at + interval '6 hours' < now() then done_at + interval '6 hours' end,
       case when luck % 20 < 19 and done_at + interval '6 hours' < now() then 'solved' end,
       luck % 20 < 19 and chance % 30 = 0
from m;

insert into leg (assignment_id, ticket_id, round, department, role, type, grid, issued_at, due_at, accepted_at,
                 completed_at, rework_pending, reworks, extensions)
select md5('l' || i || lead)::uuid, ticket_id, 1, case when lead then department else 'body-26' end,
       case when lead then 'lead' else 'cooperating' end, type, grid, dispatched_at, due_at,
       case when dispatched_at < now() then dispatched_at + interval '5 minutes' end,
       case when done_at < now() then done_at end, false, (luck % 25 = 3)::int, (chance % 16 = 0)::int
from m cross join (values (true), (false)) as role (lead)
where luck % 20 < 19 and (lead or chance % 8 = 0);

insert into callback (ticket_id, cycle, department, type, grid, opened_at, due_at, contacted_at, channel, solved,
                      satisfaction)
select ticket_id, 1, department, type, grid, done_at + interval '1 hour', done_at + interval '25 hours',
       case when done_at + interval '6 hours' < now() then done_at + interval '6 hours' end, 'phone',
       case when done_at + interval '6 hours' < now() then luck % 40 <> 7 end,
       case when done_at + interval '6 hours' >= now() then null when chance % 10 < 7 then 'satisfied'
            when chance % 10 < 9 then 'fair' else 'unsatisfied' end
from m where luck % 20 < 19 and done_at + interval '1 hour' < now();

insert into leg_rating (assignment_id, ticket_id, department, type, grid, rating, rated_by, rated_at)
select md5('l' || i || true)::uuid, ticket_id, department, type, grid,
       case when chance % 10 < 6 then 'satisfied' when chance % 10 < 9 then 'fair' else 'unsatisfied' end, 'street-1',
       done_at + interval '1 day'
from m where chance % 5 = 0 and luck % 20 < 19 and done_at + interval '1 day' < now();

insert into reported (report_id, ticket_id, reporter, grid, type, filed_at, previous, previous_at)
select ticket_id, ticket_id, md5('r' || i % 200000)::uuid, grid, type, filed_at,
       case when luck % 50 = 0 and i > 1000 then md5('t' || i - 1000)::uuid end,
       case when luck % 50 = 0 and i > 1000 then filed_at - interval '9 hours' end
from m where chance % 3 = 0;

-- Taken in by the piece, as the service does; without the vacuum each piece would read over what those before it deleted.
set work_mem = '64MB';
select unnest(array['select tally_roll(current_date, 300000)', 'vacuum tally_delta'])
from generate_series(1, 1 + (select count(*) / 300000 from tally_delta))
\gexec
vacuum analyze;
