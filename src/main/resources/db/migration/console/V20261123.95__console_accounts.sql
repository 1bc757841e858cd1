create schema if not exists console;

-- 控制台账号: no row is ever inserted by a migration, so there is no default password.
create table console.account (
    username        text primary key,
    display_name    text not null,
    role            text not null check (role in ('OPERATOR', 'LEAD', 'OFFICE', 'AUDITOR', 'ADMIN')),
    password_hash   text not null,
    enabled         boolean not null default true,
    failed_attempts integer not null default 0,
    locked_until    timestamptz,
    created_at      timestamptz not null default now()
);

-- 一次性设置链接: only the hash of the token; at most one link is valid.
create table console.setup_link (
    id         integer primary key check (id = 1),
    token_hash text not null,
    expires_at timestamptz not null
);
