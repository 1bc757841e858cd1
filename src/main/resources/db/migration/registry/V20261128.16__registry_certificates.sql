-- 一家多证: a firm has a row for each of its certificates; before the comparison they become one subject.
alter table registry.staged_subject add column certificate text not null default '';
alter table registry.staged_subject drop constraint staged_subject_pkey;
alter table registry.staged_subject add primary key (run_id, key, certificate);
