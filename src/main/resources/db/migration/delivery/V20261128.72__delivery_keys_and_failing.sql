-- 检索键: by what somebody may look for a dispatch. Filled when it is owed; here once for those that were owed before.
create table delivery.dispatch_key (
    key      text collate "C" not null,
    dispatch bigint           not null references delivery.dispatch (no),
    primary key (key, dispatch)
);

-- One reading of another room's table, so that old results are found too; from now on the fact itself says what it is about.
insert into delivery.dispatch_key (key, dispatch)
select distinct upper(normalize(btrim(k), nfkc)), d.no
from delivery.dispatch d
join inspection.finding f on f.finding_no = d.subject and f.finding_no || '@' || f.version = d.fact_key
cross join lateral (values
    (f.document ->> 'taskNo'), (f.document ->> 'drawNo'), (f.document ->> 'schemeNo'), (f.document ->> 'planNo'),
    (f.document ->> 'objectId'), (regexp_replace(f.document ->> 'objectId', '^[A-Z]+:', '')),
    (case when f.document ->> 'objectName' ~ '(公司|集团|局|院|厂|社|中心|所|站|队|镇|乡|村|县|区|市|矿|会|校|店|行|部)$'
          then f.document ->> 'objectName' end),
    (f.document -> 'penalty' ->> 'documentNo'), (f.document -> 'penalty' ->> 'creditCode')) keys (k)
where d.event = 'inspection.finding-recorded' and btrim(coalesce(k, '')) <> '' and length(k) <= 200;

-- 受阻: since when an open dispatch fails, try after try; null while nothing went wrong or after it was taken.
alter table delivery.dispatch add column failing_since timestamptz;
update delivery.dispatch d set failing_since = coalesce(
    (select min(a.started_at) from delivery.attempt a where a.dispatch = d.no and a.outcome in ('LATER', 'LOST', 'EXPIRED')),
    d.owed_at)
where d.state in ('OWED', 'SENDING', 'DOUBTED') and (d.setbacks > 0 or d.state = 'DOUBTED');
