-- The index by filing serves this order as well, read from its end.
drop index ticket_by_filing_forward;
