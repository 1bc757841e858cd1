create schema if not exists console;

-- 会话: each disabling and each new password counts up, and a session of an earlier count is over. Kept here and not in a
-- process, so that every hub that serves these people ends their sessions with the next request.
alter table console.account add column epoch integer not null default 0;

-- 登录尝试: wrong passwords are counted per name and address, so that nobody elsewhere can lock an owner out. Names that do
-- not exist are counted like others: what is answered must not tell which do.
alter table console.account drop column failed_attempts, drop column locked_until;
create table console.login_attempt (
    username      text not null check (length(username) <= 64),
    address       text not null check (length(address) <= 64),
    failures      integer not null,
    last_at       timestamptz not null,
    blocked_until timestamptz not null,
    primary key (username, address)
);
create index login_attempt_age on console.login_attempt (last_at);

-- 一次性链接: the first administrator, or another one when the only one is lost (找回).
alter table console.setup_link add column purpose text not null default 'FIRST' check (purpose in ('FIRST', 'RECOVERY'));
