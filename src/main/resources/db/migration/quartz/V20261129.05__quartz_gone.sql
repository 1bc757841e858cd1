-- The duty ledger reads the timetable itself; its unique(job, business_date) is what a clustered clock was for.
drop schema quartz cascade;
