-- 认不出是谁的行: quarantined rows whose key could not be read; a run that has one retires nobody
alter table registry.sync_run add column unidentified bigint not null default 0;
