-- Which version is in force is a matter of order, and clocks of several machines, or one that was set back, do not give
-- it: the number of the load does.
create sequence policy_load_no;

alter table policy_version add column load_no bigint;
update policy_version
set load_no = numbered.load_no
from (select version, row_number() over (order by loaded_at, version) as load_no from policy_version) numbered
where policy_version.version = numbered.version;
select setval('policy_load_no', count(*) + 1, false) from policy_version;
alter table policy_version alter column load_no set not null;

drop index policy_version_loaded;
create unique index policy_version_load_no on policy_version (load_no desc);
