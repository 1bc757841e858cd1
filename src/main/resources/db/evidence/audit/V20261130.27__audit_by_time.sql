-- 审计按时间查：行按时间追加，记块范围就够，几乎不占地方。
create index entry_time on audit.entry using brin (at) with (autosummarize = on);
