-- gin_trgm_ops is wherever pg_trgm was put.
select set_config('search_path', n.nspname, true)
from pg_extension e join pg_namespace n on n.oid = e.extnamespace where e.extname = 'pg_trgm';

-- 抽中名单按片段检索: as drawn, and as it stands after each correction.
create index draw_result_fragment on plan.draw_result using gin (upper(normalize(picks::text, nfkc)) gin_trgm_ops);
create index draw_correction_fragment on plan.draw_correction
    using gin (upper(normalize(picks::text, nfkc)) gin_trgm_ops) where picks is not null;
create index draw_result_sealed on plan.draw_result (draw_no) where closed_until is not null and opened_at is null;
-- And by the object's own code, whole.
create index draw_result_objects on plan.draw_result using gin (picks jsonb_path_ops);
create index draw_correction_objects on plan.draw_correction using gin (picks jsonb_path_ops) where picks is not null;
