-- 两名系统管理员: one makes the link, another one the code without which it opens nothing.
alter table console.password_link
    add column made_by      text not null default '',
    add column code_digest  text check (code_digest ~ '^[0-9a-f]{64}$'),
    add column confirmed_by text;

-- 还没有设口令: opened, but its owner has never been in. Accounts of before have all been given a password.
alter table console.account
    add column awaits_password boolean not null default false;
