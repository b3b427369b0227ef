-- One body's reports of a day, without reading those of all others; both columns change with what other indexes hold too.
drop index loop_filed;
create index loop_filed on loop (filed_at, street, lead_department);
