-- The whole of a ticket, from filing to closing, has a clock of its own. Tickets that run get theirs by the usual shares
-- (80 and 150 %), until their next step sets it by the policy. What they passed before today is old news and is not told.
insert into stage_clock (ticket_id, stage, round, leg, run, started_at, warn_at, due_at, supervise_at, told, next_at)
select ticket_id, 'overall', 0, '00000000-0000-0000-0000-000000000000', 1, filed_at, warn_at, close_due_at, supervise_at,
       (warn_at < now())::int + (close_due_at < now())::int + (supervise_at < now())::int,
       case when warn_at >= now() then warn_at when close_due_at >= now() then close_due_at
            when supervise_at >= now() then supervise_at end
from (select ticket_id, filed_at, close_due_at,
             filed_at + (close_due_at - filed_at) * 0.8 as warn_at,
             filed_at + (close_due_at - filed_at) * 1.5 as supervise_at
      from loop
      where close_due_at is not null and closed_at is null
        and state not in ('closed', 'not-accepted', 'merged', 'registered')) running
on conflict do nothing;
