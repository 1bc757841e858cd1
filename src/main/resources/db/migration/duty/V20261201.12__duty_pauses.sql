-- 暂停: a night job is not begun, a route that receives does not read, until a moment. What is under way goes on.
create table duty.pause (
    no         bigint generated always as identity primary key,
    route      text        not null,
    since      timestamptz not null default clock_timestamp(),
    until      timestamptz not null,
    paused_by  text        not null check (paused_by <> ''),
    reason     text        not null check (reason <> ''),
    ended_at   timestamptz,
    ended_by   text        not null default '',
    end_reason text        not null default '',
    check (until > since)
);
-- One at a time: the second of two operators is told of the first.
create unique index pause_open on duty.pause (route) where ended_at is null;

-- The moment itself ends it, whether or not a hub is there to write it down.
create view duty.paused_route as
select route, since, until, paused_by, reason from duty.pause
where ended_at is null and until > statement_timestamp();
