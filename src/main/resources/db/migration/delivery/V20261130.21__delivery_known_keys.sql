-- gin_trgm_ops is wherever pg_trgm was put.
select set_config('search_path', n.nspname, true)
from pg_extension e join pg_namespace n on n.oid = e.extnamespace where e.extname = 'pg_trgm';

-- 已知检索键: each key once, however many messages it leads to, so that a fragment is looked for among the things and not among
-- the messages. `said` is the key as the dispatch has it, `key` as it is looked for. Not unique: two transactions that come with
-- the same key must not wait for each other; a key that stands here twice is found once.
create table delivery.known_key (
    no   bigint generated always as identity primary key,
    key  text collate "C" not null,
    said text not null
);

insert into delivery.known_key (key, said)
select upper(normalize(btrim(said), nfkc)), said from (
    select key as said, min(dispatch) as first from delivery.dispatch_key group by key
    union all select fact_key, min(no) from delivery.dispatch group by fact_key
    union all select order_key, min(no) from delivery.dispatch group by order_key) k
where btrim(said) <> ''
order by first;

create index known_key_said on delivery.known_key (said);
create index known_key_whole on delivery.known_key (key);
create index known_key_fragment on delivery.known_key using gin (key gin_trgm_ops);
create index receipt_fragment on delivery.receipt using gin (upper(receipt_no) gin_trgm_ops);
create index dispatch_idempotency_beginning on delivery.dispatch (upper(idempotency_key) text_pattern_ops);

-- 所涉对象: whom a fact is about, to be read beside its messages; a natural person's name stands here masked.
create table delivery.fact_about (
    fact_key text not null primary key,
    code     text not null,
    name     text not null,
    draw_no  text not null
);

-- One reading of another room's table, as for dispatch_key: what was owed before has its object too.
insert into delivery.fact_about (fact_key, code, name, draw_no)
select f.finding_no || '@' || f.version, f.object_id,
       case when f.object_id like 'ZR:%'
                 or f.document ->> 'objectName' !~ '(公司|集团|局|院|厂|社|中心|所|站|队|镇|乡|村|县|区|市|矿|会|校|店|行|部)$'
                    and (length(f.document ->> 'objectName') <= 4 or f.document ->> 'objectName' ~ '[、，,;；/／·•‧・･∙⋅等]')
            then left(f.document ->> 'objectName', 1) || '*' else f.document ->> 'objectName' end,
       f.document ->> 'drawNo'
from inspection.finding f
where f.document ->> 'objectName' is not null and f.document ->> 'drawNo' is not null
  and exists (select from delivery.dispatch d where d.fact_key = f.finding_no || '@' || f.version);
create index fact_about_draw on delivery.fact_about (draw_no);
