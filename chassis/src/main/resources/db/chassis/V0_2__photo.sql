-- Photos as evidence: cleaned before they come here, kept in the service's own database.
create table photo (
    id         uuid        not null primary key,
    owner      text        not null check (owner <> ''),
    media_type text        not null check (media_type in ('image/jpeg', 'image/png', 'image/webp')),
    width      integer     not null check (width > 0),
    height     integer     not null check (height > 0),
    bytes      bytea       not null check (octet_length(bytes) between 1 and 10485760),
    created_at timestamptz not null default now(),
    bound_to   uuid
);

-- A picture is compressed already; trying again only costs time.
alter table photo alter column bytes set storage external;

create index photo_bound_to on photo (bound_to) where bound_to is not null;
create index photo_unbound_owner on photo (owner) where bound_to is null;
create index photo_unbound_age on photo (created_at) where bound_to is null;
