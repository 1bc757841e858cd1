-- 值班台 asks for one night and must not read all others.
create index run_by_date on duty.run (business_date, position);
