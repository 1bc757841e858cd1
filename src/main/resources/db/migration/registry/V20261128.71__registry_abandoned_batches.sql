-- 未采用: the batch of a run that stopped. Whatever is open while the hub is being upgraded is closed; a run that goes on
-- stages anew and opens its batch again.
alter table registry.sync_run drop constraint sync_run_state_check;
alter table registry.sync_run add constraint sync_run_state_check check (state in
    ('STAGING', 'COMPARED', 'HELD', 'APPLIED', 'REFUSED', 'OVERTAKEN', 'ABANDONED'));
update registry.sync_run set state = 'ABANDONED', closed = false, finished_at = now(),
       added = 0, changed = 0, retired = 0, unchanged = 0, superseded = greatest(received - quarantined, 0)
where state in ('STAGING', 'COMPARED');
