-- 改角色申请: one a person, until another administrator has decided.
create table console.role_wish (
    username text        not null primary key references console.account (username),
    role     text        not null check (role in ('OPERATOR', 'LEAD', 'OFFICE', 'AUDITOR', 'ADMIN')),
    asked_by text        not null references console.account (username),
    reason   text        not null,
    asked_at timestamptz not null
);
