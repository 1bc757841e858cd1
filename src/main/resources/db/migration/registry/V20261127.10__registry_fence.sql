-- 当班: the highest claim of the run that this book has heard of; whoever comes with a lower one is refused
alter table registry.sync_run add column fence bigint not null default 0;
