-- What shows a line of the timeline: ids of photos that department-service or feedback-service keeps.
alter table timeline add column photos uuid[] not null default '{}';
