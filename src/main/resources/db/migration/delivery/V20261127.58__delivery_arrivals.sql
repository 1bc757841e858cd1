-- 来件登记: tries of each message or file that came in, counted before it is read; a row goes when it was understood.
create table delivery.arrival (
    source   text        not null,
    id       text        not null,
    tries    int         not null default 0,
    aside    boolean     not null default false,
    first_at timestamptz not null default clock_timestamp(),
    last_at  timestamptz not null default clock_timestamp(),
    primary key (source, id)
);

-- 无主来件 are filed by a person; the original of one that was not read lies somewhere else.
alter table delivery.stray_receipt
    add column arrival       text not null default '',
    add column place         text not null default '',
    add column settled_at    timestamptz,
    add column settled_by    text not null default '',
    add column settle_reason text not null default '';
create index stray_open on delivery.stray_receipt (no) where settled_at is null;
