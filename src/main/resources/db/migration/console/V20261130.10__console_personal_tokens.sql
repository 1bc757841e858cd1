-- 个人令牌: what a person's account shows at the API. Only the digest is kept; epoch is the account's count when it was made.
create table console.personal_token (
    no         bigint generated always as identity primary key,
    username   text        not null references console.account (username),
    name       text        not null check (length(name) between 1 and 30),
    digest     text        not null unique check (digest ~ '^[0-9a-f]{64}$'),
    read_only  boolean     not null,
    epoch      integer     not null,
    made_at    timestamptz not null,
    expires_at timestamptz not null,
    used_at    timestamptz,
    used_from  text        not null default '',
    revoked_at timestamptz
);
create index personal_token_owner on console.personal_token (username, no);
