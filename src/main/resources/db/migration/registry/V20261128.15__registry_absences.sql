-- 缺席: live subjects that the feed's last applied run did not name. Whoever is missing from the next one too is retired.
create table registry.absence (
    feed   text not null,
    key    text not null,
    run_id text not null,
    primary key (feed, key)
);
alter table registry.sync_run add column absent bigint not null default 0;
