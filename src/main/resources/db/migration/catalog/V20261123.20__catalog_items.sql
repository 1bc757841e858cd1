create schema if not exists catalog;

-- 一单: every version of every item. A version is closed by the next one, never overwritten.
create table catalog.item_version (
    code           text        not null,
    version        int         not null,
    name           text        not null,
    targets        text[]      not null,
    basis          text        not null,
    methods        text[]      not null,
    levels         text[]      not null,
    key_item       boolean     not null,
    ratio          int         check (ratio between 1 and 10000),
    ratio_source   text        not null,
    unverified     boolean     not null,
    frequency      text        not null,
    enterprises    boolean     not null,
    valid_from     date        not null,
    valid_to       date,
    digest         text        not null,
    effective_from date        not null,
    closed_on      date,
    loaded_at      timestamptz not null,
    primary key (code, version)
);
create unique index item_open on catalog.item_version (code) where closed_on is null;
