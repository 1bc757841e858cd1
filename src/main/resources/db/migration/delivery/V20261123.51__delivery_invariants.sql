-- Each view returns no row while the ledger is sound. CI, the soak run and the console read them.

-- I1 守恒: every dispatch that is not confirmed has an owner, an attempt count and a next moment or a named cause.
create view delivery.i1_conservation as
select d.id as dispatch, d.state || ' 没有负责人、下次时间或原因' as detail
from delivery.dispatch d
where d.state <> 'CONFIRMED'
  and (d.owner = '' or d.attempts < 0
       or not (d.next_at is not null or d.lease_until is not null or d.cause_code <> ''))
union all
select d.id, '已确认但没有回执'
from delivery.dispatch d
where d.state = 'CONFIRMED' and not exists (select 1 from delivery.receipt r where r.dispatch = d.no)
union all
select d.id, '尝试次数与台账不符'
from delivery.dispatch d
where d.attempts <> (select count(*) from delivery.attempt a where a.dispatch = d.no and a.kind = 'SEND');

-- I3 一次生效: what the partner signed for is exactly our bytes, and one number stands for one dispatch.
create view delivery.i3_one_effect as
select d.id as dispatch, '回执摘要与所发报文不符' as detail
from delivery.dispatch d
join delivery.receipt r on r.dispatch = d.no
join delivery.body b on b.dispatch = d.no
where r.verdict <> '人工办结' and r.digest <> b.digest
union all
select d.id, '同一报送有两个受理回执号'
from delivery.dispatch d
join delivery.receipt r on r.dispatch = d.no and r.verdict = '受理'
group by d.id having count(distinct r.receipt_no) > 1
union all
select min(d.id), '回执号 ' || r.receipt_no || ' 属于多个报送'
from delivery.receipt r join delivery.dispatch d on d.no = r.dispatch
where r.verdict = '受理'
group by d.partner, r.receipt_no having count(distinct d.no) > 1
union all
select d.id, '同一报送曾以不同报文发出'
from delivery.dispatch d
join delivery.attempt a on a.dispatch = d.no and a.request_digest <> ''
group by d.id having count(distinct a.request_digest) > 1;

-- I5 有序: nothing left for an addressee while something older that it rests on was still open.
create view delivery.i5_order as
select newer.id as dispatch, '先于 ' || older.id || ' 发出' as detail
from delivery.dispatch newer
join delivery.dispatch older
  on older.partner = newer.partner and older.order_key = newer.order_key and older.no < newer.no
 and (older.stage < newer.stage or older.subject = newer.subject)
where exists (select 1 from delivery.attempt a
              where a.dispatch = newer.no and a.kind = 'SEND'
                and a.started_at < coalesce(older.sent_at, older.confirmed_at, 'infinity'));

-- I7 无死角: a lease or a due time long past means that nobody is working.
create view delivery.i7_dead_end as
select d.id as dispatch, '租约已过期十分钟仍未处理' as detail
from delivery.dispatch d
where d.lease_until < clock_timestamp() - interval '10 minutes'
union all
select d.id, '到期一小时仍未报送，且没有在先事项阻挡'
from delivery.dispatch d
where d.state in ('OWED', 'DOUBTED') and d.lease_until is null
  and d.next_at < clock_timestamp() - interval '1 hour'
  and not exists (select 1 from delivery.dispatch o
                  where o.partner = d.partner and o.order_key = d.order_key and o.no < d.no
                    and o.state in ('OWED', 'SENDING', 'DOUBTED', 'PARKED')
                    and (o.stage < d.stage or o.subject = d.subject))
union all
select d.id, '催办期限已过一小时仍未转人工'
from delivery.dispatch d
where d.state = 'SENT' and d.next_at < clock_timestamp() - interval '1 hour';
