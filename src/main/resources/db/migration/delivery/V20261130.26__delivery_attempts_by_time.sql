-- 报送清单: what left in a span of time is read by when it left. Appended in order, so a block range is enough and costs nothing.
create index attempt_by_time on delivery.attempt using brin (started_at) with (autosummarize = on);
