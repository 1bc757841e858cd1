-- gin_trgm_ops is wherever pg_trgm was put.
select set_config('search_path', n.nspname, true)
from pg_extension e join pg_namespace n on n.oid = e.extnamespace where e.extname = 'pg_trgm';

-- 检索文: by what a visit or a finding is looked for, in half width and capitals, kept by the database itself.
alter table inspection.task add column sought text collate "C" generated always as (upper(normalize(
    task_no || ' ' || object_id || ' ' || object_name || ' ' || item_codes::text || ' ' || inspectors::text, nfkc))) stored;
create index task_fragment on inspection.task using gin (sought gin_trgm_ops);
create index task_by_object on inspection.task (object_id);

alter table inspection.finding add column sought text collate "C" generated always as (upper(normalize(
    finding_no || ' ' || object_id || ' ' || coalesce(document ->> 'objectName', '') || ' '
    || coalesce(document ->> 'itemCode', '') || ' ' || coalesce(document -> 'party' ->> 'creditCode', '') || ' '
    || coalesce(document -> 'party' ->> 'name', '') || ' ' || coalesce(document -> 'penalty' ->> 'documentNo', '') || ' '
    || coalesce(document -> 'penalty' -> 'punished' ->> 'creditCode', '') || ' '
    || coalesce(document -> 'penalty' -> 'punished' ->> 'name', '') || ' ' || coalesce(document ->> 'checkers', ''), nfkc))) stored;
create index finding_fragment on inspection.finding using gin (sought gin_trgm_ops);
create index finding_by_object on inspection.finding (object_id);
