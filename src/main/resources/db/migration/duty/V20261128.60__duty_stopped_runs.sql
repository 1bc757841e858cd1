-- 值班台 asks for what stopped, on whatever night.
create index run_stopped on duty.run (business_date) where state in ('FAILED', 'MISSED', 'WAITING');
