-- gin_trgm_ops is wherever pg_trgm was put.
select set_config('search_path', n.nspname, true)
from pg_extension e join pg_namespace n on n.oid = e.extnamespace where e.extname = 'pg_trgm';

-- 检索文: message and value are masked already, the bytes are not in it.
alter table intake.quarantined_row add column sought text collate "C" generated always as (upper(normalize(
    identity || ' ' || field || ' ' || rule || ' ' || source || ' ' || message || ' ' || value, nfkc))) stored;
create index quarantined_row_fragment on intake.quarantined_row using gin (sought gin_trgm_ops);
create index quarantined_row_object on intake.quarantined_row (regexp_replace(identity, '^key:([A-Z_]+/)?', ''));
