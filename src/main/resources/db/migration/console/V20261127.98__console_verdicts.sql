-- 账目不符: what the books' checks of themselves found, and when it was found no longer.
create table console.breach (
    no         bigint generated always as identity primary key,
    book       text        not null,
    invariant  text        not null,
    object     text        not null,
    detail     text        not null,
    found_at   timestamptz not null default clock_timestamp(),
    cleared_at timestamptz
);
create unique index breach_open on console.breach (book, object, invariant, detail) where cleared_at is null;
create index breach_oldest on console.breach (no) where cleared_at is null;

-- 核对时间: a check that no longer runs must not look like a book in order.
create table console.book_check (
    book       text        not null primary key,
    checked_at timestamptz not null
);
