create schema if not exists inspection;

create table inspection.task (
    task_no     text not null primary key,
    draw_no     text not null,
    scheme_no   text not null,
    plan_no     text not null,
    rank        int  not null,
    object_id   text not null,
    object_name text not null,
    item_codes  jsonb not null,
    inspectors  jsonb not null,
    window_from date not null,
    window_to   date not null,
    state       text not null check (state in ('OPEN', 'REPORTED')),
    opened_at   timestamptz not null default now(),
    unique (draw_no, rank)
);
create index task_by_scheme on inspection.task (scheme_no, rank);

create table inspection.finding (
    finding_no  text        not null,
    version     int         not null,
    task_no     text        not null,
    scheme_no   text        not null,
    object_id   text        not null,
    codes       text[]      not null,
    document    jsonb       not null,
    request_no  text unique,
    recorded_at timestamptz not null default now(),
    primary key (finding_no, version)
);
create index finding_by_task on inspection.finding (task_no);
create index finding_by_scheme on inspection.finding (scheme_no);
