create schema if not exists intake;

-- 原文: one row per arrival; the bytes lie under their SHA-256 in the data directory
create table intake.body (
    sha256   char(64)    not null,
    run_id   text        not null,
    source   text        not null,
    sm3      char(64)    not null,
    size     bigint      not null,
    kept_at  timestamptz not null,
    primary key (run_id, source, sha256)
);
create index body_by_address on intake.body (sha256);

-- 隔离区: one row per feed and natural key (or digest of the bytes), however many nights it comes back
create table intake.quarantined_row (
    id          bigint generated always as identity primary key,
    feed        text        not null,
    identity    text        not null,
    last_run    text        not null,
    source      text        not null,
    line        bigint      not null,
    col         int         not null,
    field       text        not null,
    rule        text        not null,
    message     text        not null,
    original    bytea       not null,
    state       text        not null check (state in ('OPEN', 'RETURNED', 'IGNORED', 'GONE')),
    owner       text        not null,
    first_seen  timestamptz not null,
    last_seen   timestamptz not null,
    sightings   int         not null default 1,
    marked_by   text,
    mark_reason text,
    marked_at   timestamptz,
    unique (feed, identity)
);
create index quarantined_row_open on intake.quarantined_row (feed, rule) where state = 'OPEN';

-- which run saw which row at which line: the quarantined share of I1
create table intake.sighting (
    run_id text   not null,
    source text   not null,
    line   bigint not null,
    row_id bigint not null references intake.quarantined_row (id),
    primary key (run_id, source, line)
);
create index sighting_by_row on intake.sighting (row_id);
