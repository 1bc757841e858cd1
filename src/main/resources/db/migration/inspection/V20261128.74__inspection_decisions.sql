-- 处罚决定的身份: one decision on one party is gathered once, whatever finding it came with and however its number is typed.
alter table inspection.finding add column decision text;
update inspection.finding
set decision = coalesce(nullif(document -> 'penalty' ->> 'creditCode', ''), '自然人 ' || object_id) || '/'
               || regexp_replace(translate(document -> 'penalty' ->> 'documentNo', '[]【】()（）', '〔〕〔〕〔〕〔〕'), '\s', '', 'g')
where document -> 'penalty' ->> 'documentNo' is not null;
create index finding_by_decision on inspection.finding (decision) where decision is not null;
