-- gin_trgm_ops is wherever pg_trgm was put.
select set_config('search_path', n.nspname, true)
from pg_extension e join pg_namespace n on n.oid = e.extnamespace where e.extname = 'pg_trgm';

-- 检索文: every version, so that a firm is found by the name that it bore before.
alter table registry.subject_version add column sought text collate "C" generated always as (upper(normalize(
    code || ' ' || name || ' ' || holder_name || ' ' || holder_code, nfkc))) stored;
create index subject_version_fragment on registry.subject_version using gin (sought gin_trgm_ops);
create index subject_version_name on registry.subject_version (upper(normalize(name, nfkc)));
