-- 测试连接: the newest test of each system, for its page; who asked and why is in the trail, with every older one.
create table act.probe (
    system   text        not null primary key,
    at       timestamptz not null default clock_timestamp(),
    through  boolean     not null,
    sentence text        not null,
    millis   bigint      not null,
    asked_by text        not null
);
