-- 停机窗口: when a partner is known to be away. Each week on certain days (1 Monday … 7 Sunday), or once. While one is open
-- what is owed to that partner waits, as by a pause; nobody is told that it does not answer. Times are Beijing's.
create table delivery.maintenance (
    no         bigint generated always as identity primary key,
    partner    text        not null,
    days       text        not null default '' check (days ~ '^1?2?3?4?5?6?7?$'),
    begins     time,
    ends       time,
    starts_at  timestamptz,
    ends_at    timestamptz,
    entered_at timestamptz not null default clock_timestamp(),
    entered_by text        not null check (entered_by <> ''),
    reason     text        not null check (reason <> ''),
    ended_at   timestamptz,
    ended_by   text        not null default '',
    end_reason text        not null default '',
    check ((days <> '') = (begins is not null)),
    check ((days <> '') = (ends is not null)),
    check ((days = '') = (starts_at is not null)),
    check ((days = '') = (ends_at is not null)),
    check (ends_at > starts_at)
);
create index maintenance_standing on delivery.maintenance (partner) where ended_at is null;

-- Each time that one was open, of late or now: a weekly one that ends no later in the day than it begins ends a day later,
-- and one that a person has ended, then. Three days back, for what ended an hour ago may have begun the day before yesterday.
create view delivery.maintenance_time as
select m.no, m.partner, m.entered_by, m.reason, t.since, least(t.until, m.ended_at) as until
from delivery.maintenance m
cross join lateral (
    select m.starts_at as since, m.ends_at as until where m.days = ''
    union all
    select (day.on_day + m.begins) at time zone 'Asia/Shanghai',
           (day.on_day + m.ends + case when m.ends <= m.begins then interval '1 day' else interval '0' end)
               at time zone 'Asia/Shanghai'
    from (select (statement_timestamp() at time zone 'Asia/Shanghai')::date - back as on_day
          from generate_series(0, 2) as back) day
    where m.days like '%' || extract(isodow from day.on_day) || '%') t
where t.since <= statement_timestamp() and t.until > m.entered_at;

-- Of several that are open at once the one that ends last.
create view delivery.open_maintenance as
select distinct on (partner) partner, since, until, entered_by, reason
from delivery.maintenance_time where until > statement_timestamp()
order by partner, until desc, no;

create or replace view delivery.closed_partner as
select partner from delivery.held_partner
union select partner from delivery.paused_partner
union select partner from delivery.open_maintenance;

-- Until when each partner was left alone, by a person or by its calendar: what waited comes due all at once then.
create view delivery.rest as
select partner, coalesce(ended_at, until) as until from delivery.pause
union all
select partner, until from delivery.maintenance_time;

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
  -- For a rest of a night everything came due; the hour begins anew with its end.
  and not exists (select 1 from delivery.rest r where r.partner = d.partner
                  and r.until > statement_timestamp() - interval '1 hour')
union all
select d.id, '登记一小时仍未排队'
from delivery.dispatch d
where not d.placed and d.owed_at < statement_timestamp() - interval '1 hour'
union all
select d.id, '催办期限已过一小时仍未转人工'
from delivery.dispatch d
where d.state = 'SENT' and d.next_at < statement_timestamp() - interval '1 hour';
