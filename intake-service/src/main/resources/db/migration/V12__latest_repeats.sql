-- What somebody has reported before at a place, the latest first, without reading all of it.

create index report_repeat_latest on report (pseudonym, type, cell, id);
drop index report_repeat;
