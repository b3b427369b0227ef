-- Photos as evidence: cleaned before they come here, kept in the service's own database.
CREATE TABLE photo (
    id         uuid PRIMARY KEY,
    owner      text        NOT NULL CHECK (owner <> ''),
    media_type text        NOT NULL CHECK (media_type IN ('image/jpeg', 'image/png', 'image/webp')),
    width      int         NOT NULL CHECK (width > 0),
    height     int         NOT NULL CHECK (height > 0),
    bytes      bytea       NOT NULL CHECK (octet_length(bytes) BETWEEN 1 AND 10485760),
    created_at timestamptz NOT NULL DEFAULT now(),
    bound_to   uuid
);

-- A picture is compressed already; trying again only costs time.
ALTER TABLE photo ALTER COLUMN bytes SET STORAGE EXTERNAL;

CREATE INDEX photo_bound_to ON photo (bound_to) WHERE bound_to IS NOT NULL;
CREATE INDEX photo_unbound ON photo (owner, created_at) WHERE bound_to IS NULL;
CREATE INDEX photo_unbound_age ON photo (created_at) WHERE bound_to IS NULL;
