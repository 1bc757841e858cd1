create schema if not exists act;

-- 批量作业: one act on many messages, one after the other, in stages. Counters are moved with each item, in its transaction.
create table act.job (
    no          bigint generated always as identity primary key,
    act         text        not null,
    partner     text        not null default '',
    cause       text        not null default '',
    -- Ticked one by one; else everything that has partner and cause in common, as far as it was gathered.
    ticked      boolean     not null,
    gathered_to text        not null default '',
    reason      text        not null check (reason <> ''),
    number      text        not null default '',
    per_second  int         not null check (per_second between 1 and 50),
    stop_share  int         not null check (stop_share between 0 and 100),
    state       text        not null check (state in ('GATHERING', 'RUNNING', 'HALTED', 'ENDING', 'STOPPED', 'DONE')),
    who         text        not null,
    total       bigint      not null default 0,
    pressed     bigint      not null default 0,
    done        bigint      not null default 0,
    failed      bigint      not null default 0,
    -- What was known when a person let it go on: the stages and the share begin anew there.
    base_judged bigint      not null default 0,
    base_failed bigint      not null default 0,
    message     text        not null default '',
    created_at  timestamptz not null default clock_timestamp(),
    ended_at    timestamptz,
    -- One hub at a time works on it; a hub that died is followed by another.
    worker      text        not null default '',
    lease_until timestamptz not null default '-infinity'
);
create index job_open on act.job (no) where state in ('GATHERING', 'RUNNING', 'ENDING');

create table act.job_item (
    job        bigint      not null references act.job (no),
    dispatch   text        not null,
    seq        bigint generated always as identity,
    state      text        not null default 'WAITING' check (state in ('WAITING', 'PRESSED', 'DONE', 'FAILED', 'LEFT')),
    tries      int         not null default 0,
    pressed_at timestamptz,
    judged_at  timestamptz,
    code       text        not null default '',
    result     text        not null default '',
    primary key (job, dispatch)
);
create index job_item_next on act.job_item (job, state, seq);
create index job_item_pages on act.job_item (job, seq);
-- No message is in two jobs at once, whoever started them.
create unique index job_item_once on act.job_item (dispatch) where state in ('WAITING', 'PRESSED');
