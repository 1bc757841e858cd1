create schema if not exists draw;

-- 抽取证据: append-only. Nothing here is ever changed; docs/draw/bundle-format.md says what each file holds.
create table draw.frozen (
    draw_no      text primary key,
    prefix       text not null,
    year         integer not null,
    number       integer not null,
    scheme       text not null,
    mode         text not null check (mode in ('L', 'S', 'P')),
    subjects     integer not null,
    inspectors   integer not null,
    frozen_at    timestamptz not null,
    open_at      timestamptz,
    manifest_sm3 text not null check (length(manifest_sm3) = 64),
    recusals     bytea not null,
    unique (prefix, year, number)
);
create index frozen_scheme on draw.frozen (scheme);

create table draw.evidence (
    draw_no text not null references draw.frozen,
    name    text not null,
    content bytea not null,
    primary key (draw_no, name)
);

-- Verifier programs are the same for many draws: kept once by digest.
create table draw.verifier (
    sm3     text primary key,
    content bytea not null
);

create table draw.reveal (
    draw_no  text not null references draw.frozen,
    party    text not null,
    value    text not null,
    at       timestamptz not null,
    evidence text not null,
    primary key (draw_no, party)
);

create table draw.observation (
    draw_no  text not null references draw.frozen,
    source   text not null,
    value    text not null,
    at       timestamptz not null,
    evidence text not null,
    origin   text not null,
    primary key (draw_no, source)
);

create table draw.outcome (
    draw_no  text primary key references draw.frozen,
    at       timestamptz not null,
    picks    integer not null,
    findings text[] not null
);

create table draw.voided (
    draw_no  text primary key references draw.frozen,
    at       timestamptz not null,
    reason   text not null,
    approver text not null,
    line     text not null
);

create table draw.correction (
    draw_no text not null references draw.frozen,
    no      integer not null,
    line    text not null,
    objects bytea not null,
    teams   bytea not null,
    primary key (draw_no, no)
);

create table draw.opened (
    draw_no text primary key references draw.frozen,
    at      timestamptz not null,
    content bytea not null
);

create table draw.stamp (
    draw_no text not null references draw.frozen,
    file    text not null check (file in ('manifest.json', 'result.json')),
    token   bytea not null,
    primary key (draw_no, file)
);

create table draw.log (
    seq  bigint primary key,
    line text not null,
    hash text not null unique check (length(hash) = 64)
);

create function draw.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception '抽取证据只能追加，不能修改或删除 (E-DRAW-APPEND-ONLY)';
end
$$;

do $$
declare
    name text;
begin
    foreach name in array array['frozen', 'evidence', 'verifier', 'reveal', 'observation', 'outcome', 'voided',
                                'correction', 'opened', 'stamp', 'log'] loop
        execute format('create trigger %I before update or delete or truncate on draw.%I '
                       'for each statement execute function draw.refuse_change()', name || '_append_only', name);
    end loop;
end
$$;
