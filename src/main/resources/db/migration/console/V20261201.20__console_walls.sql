-- 值班大屏: links for screens that everybody in the room sees. Only the digest of a link is kept.
create table console.wall (
    no         bigint generated always as identity primary key,
    name       text        not null check (length(name) between 1 and 30),
    digest     text        not null unique check (digest ~ '^[0-9a-f]{64}$'),
    made_by    text        not null,
    made_at    timestamptz not null,
    expires_at timestamptz not null,
    used_at    timestamptz,
    used_from  text        not null default '',
    revoked_at timestamptz
);
