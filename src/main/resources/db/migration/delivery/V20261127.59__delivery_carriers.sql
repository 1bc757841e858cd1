-- 传输者: the mark that the broker was given, and when it came back without it.
create table delivery.carrier (
    carrier  text        primary key,
    mark     text        not null,
    given_at timestamptz not null default clock_timestamp()
);
create table delivery.carrier_loss (
    no         bigint generated always as identity primary key,
    carrier    text        not null,
    dispatches bigint      not null,
    at         timestamptz not null default clock_timestamp()
);
