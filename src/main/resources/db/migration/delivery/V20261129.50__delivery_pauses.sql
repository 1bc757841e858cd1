-- 暂停报送: a person has said that nothing is to leave to that partner until a moment; what is owed waits and is not lost.
create table delivery.pause (
    no         bigint generated always as identity primary key,
    partner    text        not null,
    since      timestamptz not null default clock_timestamp(),
    until      timestamptz not null,
    paused_by  text        not null check (paused_by <> ''),
    reason     text        not null check (reason <> ''),
    ended_at   timestamptz,
    ended_by   text        not null default '',
    end_reason text        not null default '',
    check (until > since)
);
-- One at a time: the second of two operators is told of the first.
create unique index pause_open on delivery.pause (partner) where ended_at is null;

-- The moment itself ends it, whether or not a hub is there to write it down.
create view delivery.paused_partner as
select partner, since, until, paused_by, reason from delivery.pause
where ended_at is null and until > statement_timestamp();

-- Nothing is given out for these just now: their keys are being compared, or a person has paused them.
create view delivery.closed_partner as
select partner from delivery.held_partner union select partner from delivery.paused_partner;

-- What waits by order is no dead end.
create or replace view delivery.i7_dead_end as
select d.id as dispatch, '租约已过期十分钟仍未处理' as detail
from delivery.dispatch d
where d.lease_until < statement_timestamp() - interval '10 minutes'
union all
select d.id, '到期一小时仍未报送，且没有在先事项阻挡'
from delivery.dispatch d
where d.state in ('OWED', 'DOUBTED') and d.lease_until is null and d.placed and d.waits_for is null
  and d.next_at < statement_timestamp() - interval '1 hour'
  and not exists (select 1 from delivery.closed_partner h where h.partner = d.partner)
  -- For a pause of a night everything came due; the hour begins anew with its end.
  and not exists (select 1 from delivery.pause p where p.partner = d.partner
                  and coalesce(p.ended_at, p.until) > statement_timestamp() - interval '1 hour')
union all
select d.id, '登记一小时仍未排队'
from delivery.dispatch d
where not d.placed and d.owed_at < statement_timestamp() - interval '1 hour'
union all
select d.id, '催办期限已过一小时仍未转人工'
from delivery.dispatch d
where d.state = 'SENT' and d.next_at < statement_timestamp() - interval '1 hour';
