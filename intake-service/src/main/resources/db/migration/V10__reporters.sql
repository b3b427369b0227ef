-- With which key a record is sealed: format 1 knew one key only, later formats name theirs.
alter table personal_data add column key_version integer not null generated always as (
    case when get_byte(sealed, 0) = 1 then 1 else get_byte(sealed, 1) * 256 + get_byte(sealed, 2) end) stored;
create index personal_data_key_version on personal_data (key_version);

-- Reports that hide who reported, and from whom above all. In personal_data, their pseudonym is the person's own; the
-- report's and the events' is one of this report alone.
create table whistleblower (
    report_id uuid not null primary key,
    about     text
);
