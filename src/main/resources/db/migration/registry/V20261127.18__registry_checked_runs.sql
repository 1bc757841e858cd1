-- 已核对: the state in which a run's counts were last checked; a run is checked once in each state that it reaches.
alter table registry.sync_run add column checked text not null default '';
create index sync_run_unchecked on registry.sync_run (run_id) where checked <> state and state <> 'STAGING';
create index sync_run_held on registry.sync_run (run_id) where state = 'HELD';
create index sync_run_newest on registry.sync_run (opened_at desc, run_id);
