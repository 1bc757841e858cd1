-- 班次: who is on duty at the desk, one at a time.
create table alert.watch (
    no        bigint generated always as identity primary key,
    person    text        not null check (person <> ''),
    began_at  timestamptz not null default clock_timestamp(),
    ended_at  timestamptz,
    -- What was written at the end; of one that another person ended, that too.
    note      text        not null default '',
    ended_by  text        not null default '',
    -- Urgent alerts that nobody owned at the end: 0 but for a hand-over made all the same.
    unowned   int         not null default 0,
    check (ended_at is null or ended_at >= began_at)
);
create unique index watch_open on alert.watch ((true)) where ended_at is null;

-- 交班清单: what was open when the watch ended, as it stood then.
create table alert.watch_item (
    watch    bigint      not null references alert.watch,
    alert    bigint      not null references alert.alert,
    urgent   boolean     not null,
    sentence text        not null,
    since    timestamptz not null,
    owner    text        not null,
    note     text        not null,
    primary key (watch, alert)
);
