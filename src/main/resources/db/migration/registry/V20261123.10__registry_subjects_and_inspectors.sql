create schema if not exists registry;

-- 同步批次: one row per run of a feed, with its counts
create table registry.sync_run (
    run_id        text        primary key,
    feed          text        not null,
    shelf         text        not null default '',
    business_date date        not null,
    state         text        not null check (state in ('STAGING', 'COMPARED', 'HELD', 'APPLIED', 'REFUSED', 'OVERTAKEN')),
    received      bigint      not null default 0,
    quarantined   bigint      not null default 0,
    superseded    bigint      not null default 0,
    added         bigint      not null default 0,
    changed       bigint      not null default 0,
    retired       bigint      not null default 0,
    unchanged     bigint      not null default 0,
    live          bigint      not null default 0,
    closed        boolean     not null default false,
    base_run      text,
    message       text        not null default '',
    opened_at     timestamptz not null,
    finished_at   timestamptz
);
create index sync_run_by_feed on registry.sync_run (feed, opened_at desc);

-- 检查对象: every version; the open one is the live list (a retired one is kept open as the mark of its end)
create table registry.subject_version (
    key         text        not null,
    version     int         not null,
    feed        text        not null,
    code        text        not null,
    kind        text        not null,
    name        text        not null,
    holder_name text        not null,
    holder_code text        not null,
    region      text        not null,
    tags        text[]      not null,
    credit      text        not null,
    status      text        not null,
    obstacle    text        not null,
    valid_to    date,
    details     json        not null,
    digest      text        not null,
    retired     boolean     not null,
    run_id      text        not null,
    since       timestamptz not null,
    until       timestamptz,
    primary key (key, version)
);
create unique index subject_live on registry.subject_version (key) where until is null;
create index subject_live_code on registry.subject_version (code) where until is null and not retired;
create index subject_live_kind on registry.subject_version (kind, region, code) where until is null and not retired;
create index subject_live_holder on registry.subject_version (holder_code) where until is null and not retired;
create index subject_feed on registry.subject_version (feed) where until is null;
create index subject_run on registry.subject_version (run_id);

-- 执法检查人员: likewise; the identity number only as a salted digest and masked
create table registry.inspector_version (
    key         text        not null,
    version     int         not null,
    feed        text        not null,
    name        text        not null,
    unit        text        not null,
    unit_code   text        not null,
    department  text        not null,
    post_kind   text        not null,
    card_no     text        not null,
    card_valid_to date,
    fields      text[]      not null,
    specialties text[]      not null,
    regions     text[]      not null,
    leader      boolean     not null,
    duty        text        not null,
    id_digest   text        not null,
    masked_id   text        not null,
    digest      text        not null,
    retired     boolean     not null,
    run_id      text        not null,
    since       timestamptz not null,
    until       timestamptz,
    primary key (key, version)
);
create unique index inspector_live on registry.inspector_version (key) where until is null;
create index inspector_run on registry.inspector_version (run_id);

-- 暂存: unlogged would be emptied after a crash of the server, just when the run has to be finished, so it is logged
create table registry.staged_subject (
    run_id      text   not null,
    row_no      bigint not null,
    key         text   not null,
    code        text   not null,
    kind        text   not null,
    name        text   not null,
    holder_name text   not null,
    holder_code text   not null,
    region      text   not null,
    tags        text[] not null,
    credit      text   not null,
    status      text   not null,
    obstacle    text   not null,
    valid_to    date,
    details     json   not null,
    digest      text   not null,
    primary key (run_id, key)
);

create table registry.staged_inspector (
    run_id      text   not null,
    row_no      bigint not null,
    key         text   not null,
    name        text   not null,
    unit        text   not null,
    unit_code   text   not null,
    department  text   not null,
    post_kind   text   not null,
    card_no     text   not null,
    card_valid_to date,
    fields      text[] not null,
    specialties text[] not null,
    regions     text[] not null,
    leader      boolean not null,
    duty        text   not null,
    id_digest   text   not null,
    masked_id   text   not null,
    digest      text   not null,
    primary key (run_id, key),
    unique (run_id, id_digest)
);

-- quarantined tonight but known: the live version is spared
create table registry.spared (
    run_id text not null,
    key    text not null,
    primary key (run_id, key)
);

-- 差异: what a compared run would change
create table registry.planned_change (
    run_id text not null,
    key    text not null,
    change text not null check (change in ('ADDED', 'CHANGED', 'RETIRED')),
    primary key (run_id, key)
);

-- 拦截的变更: waits for two people
create table registry.held_change (
    run_id         text        primary key references registry.sync_run (run_id),
    guard_reason   text        not null,
    held_at        timestamptz not null,
    requested_by   text        not null default '',
    request_reason text        not null default '',
    requested_at   timestamptz,
    decision       text        not null default '' check (decision in ('', 'APPROVED', 'REFUSED', 'OVERTAKEN')),
    decided_by     text        not null default '',
    decide_reason  text        not null default '',
    decided_at     timestamptz
);

-- 回避
create table registry.recusal (
    id           bigint generated always as identity primary key,
    staff_no     text        not null,
    subject_code text        not null,
    reason       text        not null,
    declared_by  text        not null,
    declared_at  timestamptz not null,
    lifted_at    timestamptz,
    lifted_by    text        not null default '',
    lift_reason  text        not null default ''
);
create unique index recusal_in_force on registry.recusal (staff_no, subject_code) where lifted_at is null;

-- I1 守恒: no row may ever stand here. The applied share is counted in the version tables, not taken from the run's word.
create view registry.i1_conservation as
with written as (
    select run_id, count(*) filter (where not retired) as put, count(*) filter (where retired) as retired from (
        select run_id, retired from registry.subject_version
        union all
        select run_id, retired from registry.inspector_version) v
    group by run_id)
select r.run_id, r.feed, r.state, r.received, r.added + r.changed as applied, r.unchanged, r.superseded, r.quarantined,
       coalesce(w.put, 0) as written, coalesce(w.retired, 0) as written_retired
from registry.sync_run r left join written w on w.run_id = r.run_id
where r.state <> 'STAGING'
  and (r.received <> r.quarantined + r.superseded + r.unchanged
            + case when r.state in ('REFUSED', 'OVERTAKEN') then 0 else r.added + r.changed end
       or coalesce(w.put, 0) <> case when r.state = 'APPLIED' then r.added + r.changed else 0 end
       or coalesce(w.retired, 0) <> case when r.state = 'APPLIED' then r.retired else 0 end);
