create schema if not exists plan;

create table plan.plan (
    plan_no     text        not null,
    version     int         not null,
    year        int         not null,
    name        text        not null,
    state       text        not null check (state in ('DRAFT', 'APPROVED')),
    author      text        not null,
    approver    text,
    approved_at timestamptz,
    items       jsonb       not null,
    request_no  text unique,
    created_at  timestamptz not null default now(),
    primary key (plan_no, version),
    check (approver is distinct from author)
);

create table plan.published (
    plan_no text        not null,
    version int         not null,
    at      timestamptz not null default now(),
    primary key (plan_no, version)
);

create table plan.scheme (
    scheme_no   text        not null primary key,
    version     int         not null,
    plan_no     text        not null,
    name        text        not null,
    items       jsonb       not null,
    draw_on     date        not null,
    window_from date        not null,
    window_to   date        not null,
    method      text        not null,
    team_size   int         not null check (team_size >= 2),
    state       text        not null check (state in ('DRAFT', 'APPROVED', 'FROZEN', 'DRAWN', 'WITHDRAWN')),
    author      text        not null,
    approver    text,
    approved_at timestamptz,
    draw_no     text unique,
    request_no  text unique,
    created_at  timestamptz not null default now(),
    check (approver is distinct from author)
);

create table plan.draw_result (
    draw_no         text        not null primary key,
    scheme_no       text        not null unique,
    plan_no         text        not null,
    pool_count      int         not null,
    picked_count    int         not null,
    manifest_digest text        not null,
    seed            text,
    frozen_at       timestamptz not null,
    drawn_at        timestamptz,
    picks           jsonb       not null default '[]'
);

create table plan.draw_call (
    draw_no   text        not null primary key,
    scheme_no text        not null unique,
    called_at timestamptz not null default now(),
    frozen_at timestamptz
);
create unique index draw_call_one_open on plan.draw_call ((true)) where frozen_at is null;

create table plan.commitment (
    draw_no    text        not null,
    party      text        not null,
    commitment text        not null check (commitment ~ '^[0-9a-f]{64}$'),
    at         timestamptz not null default now(),
    primary key (draw_no, party)
);
