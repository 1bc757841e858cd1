create schema if not exists duty;

create table duty.run (
    run_id        text        not null primary key,
    job           text        not null,
    business_date date        not null,
    position      int         not null,
    origin        text        not null check (origin in ('clock', 'operator', 'late')),
    state         text        not null check (state in
                  ('DUE', 'RUNNING', 'WAITING', 'DONE', 'PARTIAL', 'HELD', 'FAILED', 'MISSED', 'SKIPPED')),
    attempts      int         not null default 0,
    fence         bigint      not null default 0,
    due_at        timestamptz not null,
    next_at       timestamptz not null,
    started_at    timestamptz,
    ended_at      timestamptz,
    lease_until   timestamptz,
    trace_id      text        not null,
    code          text        not null default '',
    message       text        not null default '',
    unique (job, business_date)
);
create index run_open on duty.run (next_at) where state in ('DUE', 'WAITING', 'RUNNING');

create table duty.watch (
    only_row boolean     not null primary key check (only_row),
    since    timestamptz not null
);

create table duty.deadline (
    kind             text        not null,
    key              text        not null,
    label            text        not null,
    basis            text        not null,
    started_at       timestamptz not null,
    due_at           timestamptz not null,
    provisional      boolean     not null,
    calendar_version text        not null,
    met_at           timestamptz,
    primary key (kind, key)
);
create index deadline_open on duty.deadline (due_at) where met_at is null;

-- I7: no run may be in a state from which nothing follows by itself and of which no person is told.
create view duty.i7_dead_end as
select run_id, state from duty.run
where (state in ('DUE', 'WAITING') and next_at is null)
   or (state = 'RUNNING' and lease_until is null);
