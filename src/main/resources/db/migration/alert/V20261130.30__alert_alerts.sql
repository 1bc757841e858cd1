create schema if not exists alert;

-- 告警: one row a cause from its first sight on the desk until it is gone. What people are told of it are letters.
create table alert.alert (
    no          bigint generated always as identity primary key,
    cause       text        not null,
    kind        text        not null,
    sentence    text        not null,
    href        text        not null,
    urgent      boolean     not null,
    since       timestamptz not null,
    urgent_at   timestamptz,
    raised_at   timestamptz not null default clock_timestamp(),
    gone_at     timestamptz,
    ended_at    timestamptz,
    owner       text        not null default '',
    owned_at    timestamptz,
    note        text        not null default '',
    check (urgent = (urgent_at is not null))
);
create unique index alert_open on alert.alert (cause) where ended_at is null;
create index alert_ended on alert.alert (ended_at);

-- 告警单: one thing to tell about one alert, by one route. Sent at least once: a hub that dies between the robot's answer and
-- this row sends it again after the lease, under the same number.
create table alert.letter (
    no          bigint generated always as identity primary key,
    alert       bigint references alert.alert,
    what        text        not null check (what in ('RAISED', 'URGENT', 'STILL', 'ESCALATED', 'MENDED', 'TEST')),
    route       text        not null,
    channel     text        not null default '',
    state       text        not null default 'WAITING' check (state in ('WAITING', 'SENT', 'DROPPED')),
    made_at     timestamptz not null default clock_timestamp(),
    lease_until timestamptz,
    sent_at     timestamptz,
    check ((what = 'TEST') = (alert is null)),
    check ((state = 'SENT') = (sent_at is not null))
);
create unique index letter_once on alert.letter (alert, what, route) where what not in ('TEST', 'STILL');
create index letter_waiting on alert.letter (route, no) where state = 'WAITING';
create index letter_alert on alert.letter (alert);

-- 渠道状况: when it was last tried, since when it fails, until when it is left in peace.
create table alert.channel (
    name          text primary key,
    tried_at      timestamptz,
    told_at       timestamptz,
    failing_since timestamptz,
    error         text        not null default '',
    rest_until    timestamptz,
    failures      int         not null default 0
);

-- 静音: nothing is told of this cause until a moment; the row on the desk stays.
create table alert.mute (
    cause    text primary key,
    since    timestamptz not null default clock_timestamp(),
    until    timestamptz not null,
    muted_by text        not null check (muted_by <> ''),
    reason   text        not null check (reason <> '')
);
