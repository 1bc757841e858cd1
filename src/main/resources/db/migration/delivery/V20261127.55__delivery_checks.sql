-- 待核对: dispatches that changed since they were last checked. Appended to by the changes themselves, taken off by the check.
create table delivery.unchecked (
    seq      bigint generated always as identity primary key,
    dispatch bigint not null
);
alter table delivery.unchecked set (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000);
insert into delivery.unchecked (dispatch) select no from delivery.dispatch order by no;

create function delivery.check_later() returns trigger language plpgsql as $$
begin
    if tg_table_name = 'dispatch' then
        insert into delivery.unchecked (dispatch) values (new.no);
    else
        insert into delivery.unchecked (dispatch) values (new.dispatch);
    end if;
    return null;
end $$;
create trigger dispatch_owed after insert on delivery.dispatch
    for each row execute function delivery.check_later();
create trigger dispatch_moved after update of state on delivery.dispatch
    for each row when (old.state is distinct from new.state) execute function delivery.check_later();
create trigger receipt_read after insert on delivery.receipt
    for each row execute function delivery.check_later();

-- The views stay the definition. Written anew so that a question about few dispatches costs what these few cost.
create or replace view delivery.i3_one_effect as
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
select d.id, '回执号 ' || r.receipt_no || ' 属于多个报送'
from delivery.dispatch d
join delivery.receipt r on r.dispatch = d.no and r.verdict = '受理'
where exists (select 1 from delivery.receipt r2 join delivery.dispatch d2 on d2.no = r2.dispatch
              where r2.receipt_no = r.receipt_no and r2.verdict = '受理' and d2.partner = d.partner and d2.no <> d.no)
union all
select d.id, '同一报送曾以不同报文发出'
from delivery.dispatch d
join delivery.attempt a on a.dispatch = d.no and a.request_digest <> ''
group by d.id having count(distinct a.request_digest) > 1;

-- I5 有序. A refused one counts as out of the way from the moment it yielded: for its own newer version, and for everything
-- else once such a version is confirmed.
create or replace view delivery.i5_order as
with pair as (
    select newer.no, newer.id, older.no as older_no
    from delivery.dispatch newer
    join delivery.dispatch older
      on older.subject = newer.subject and older.no < newer.no and delivery.line(older) = delivery.line(newer)
    union all
    select newer.no, newer.id, older.no
    from delivery.dispatch newer
    join delivery.dispatch older
      on older.order_key = newer.order_key and older.partner = newer.partner and older.stage < newer.stage
     and older.no < newer.no and older.subject <> newer.subject)
select p.id as dispatch, '先于 ' || o.id || ' 发出' as detail
from pair p
join delivery.dispatch o on o.no = p.older_no
where exists (select 1 from delivery.attempt a
              where a.dispatch = p.no and a.kind = 'SEND'
                and a.started_at < coalesce(o.sent_at, o.confirmed_at, 'infinity')
                and not (o.yielded_at is not null and o.yielded_at <= a.started_at
                         and exists (select 1 from delivery.dispatch v
                                     where v.subject = o.subject and v.no > o.no
                                       and delivery.thread(v) = delivery.thread(o)
                                       and (v.no = p.no or v.confirmed_at <= a.started_at))));

-- I5, the other half: who is said to wait really has to. Cheap to read whole: it costs what waits.
create view delivery.i5_waiting as
select d.id as dispatch, '等待的 ' || w.id || ' 已不阻挡它' as detail
from delivery.dispatch d
join delivery.dispatch w on w.no = d.waits_for
where d.placed and d.state in ('OWED', 'SENDING', 'DOUBTED', 'PARKED')
  and (w.state in ('SENT', 'CONFIRMED')
       or not (w.partner = d.partner and w.order_key = d.order_key and (w.stage < d.stage or w.subject = d.subject))
       or (w.state = 'PARKED' and not w.unsure and not delivery.blocks(w, d)));

-- And who stands at the head may really go, unless somebody of its line has still to be placed.
create view delivery.i5_heads as
select d.id as dispatch, '排在最前，却应等待 ' || w.id as detail
from delivery.dispatch d
join delivery.dispatch w on w.no = delivery.blocker(d)
where d.placed and d.waits_for is null and d.state in ('OWED', 'SENDING', 'DOUBTED', 'PARKED')
  and not exists (select 1 from delivery.dispatch u
                  where u.partner = d.partner and u.order_key = d.order_key and not u.placed);

-- What waits for a partner's answer about its keys has a line of its own on the desk.
create or replace view delivery.i7_dead_end as
select d.id as dispatch, '租约已过期十分钟仍未处理' as detail
from delivery.dispatch d
where d.lease_until < statement_timestamp() - interval '10 minutes'
union all
select d.id, '到期一小时仍未报送，且没有在先事项阻挡'
from delivery.dispatch d
where d.state in ('OWED', 'DOUBTED') and d.lease_until is null and d.placed and d.waits_for is null
  and d.next_at < statement_timestamp() - interval '1 hour'
  and not exists (select 1 from delivery.held_partner h where h.partner = d.partner)
union all
select d.id, '登记一小时仍未排队'
from delivery.dispatch d
where not d.placed and d.owed_at < statement_timestamp() - interval '1 hour'
union all
select d.id, '催办期限已过一小时仍未转人工'
from delivery.dispatch d
where d.state = 'SENT' and d.next_at < statement_timestamp() - interval '1 hour';
