-- 设置口令的一次性链接: digests only, one a person; used or replaced ones are gone.
create table console.password_link (
    username   text        not null primary key references console.account (username),
    digest     text        not null unique check (digest ~ '^[0-9a-f]{64}$'),
    expires_at timestamptz not null
);

-- 上次登录: for the review of who still needs an account.
alter table console.account
    add column last_login_at   timestamptz,
    add column last_login_from text not null default '';
