-- 排队次序. Who stands at the head of its line is kept here, so that claiming need not look for it among all that is open.
-- A line (队) is one addressee and one order key. Existing closed rows count as placed; open ones are placed by the next claim.
alter table delivery.dispatch
    -- False until the relay has looked once, after the debt was committed, who stands before it.
    add column placed     boolean not null default true,
    -- Number of one older open dispatch that holds this one back; null at the head of the line.
    add column waits_for  bigint check (waits_for < no),
    -- When it was first refused for certain and from then on let its own newer version past.
    add column yielded_at timestamptz;
alter table delivery.dispatch alter column placed set default false;
update delivery.dispatch set placed = false where state in ('OWED', 'SENDING', 'DOUBTED', 'PARKED');
update delivery.dispatch set yielded_at = parked_at where parked_at is not null and not unsure;

-- A line, and within it a thread (同一路由的各个版本): compared as one value, so that a search by subject is served by the
-- subject's index alone. A planner without statistics would as soon read the whole line and filter it.
create function delivery.line(d delivery.dispatch) returns text
    language sql immutable as $$ select d.partner || ' ' || d.order_key $$;
create function delivery.thread(d delivery.dispatch) returns text
    language sql immutable as $$ select d.route || ' ' || d.partner || ' ' || d.order_key $$;

-- The rule: does the older one hold back the newer one? One that the addressee refused holds back neither
-- its own newer version nor, once a newer version is confirmed, anything else: that is how a correction gets past.
create function delivery.blocks(older delivery.dispatch, newer delivery.dispatch) returns boolean
    language plpgsql stable as $$
begin
    return older.partner = newer.partner and older.order_key = newer.order_key and older.no < newer.no
       and older.state in ('OWED', 'SENDING', 'DOUBTED', 'PARKED')
       and (older.stage < newer.stage or older.subject = newer.subject)
       and not (older.state = 'PARKED' and not older.unsure and exists (
               select 1 from delivery.dispatch v
               where v.subject = older.subject and v.no > older.no and delivery.thread(v) = delivery.thread(older)
                 and (v.no = newer.no or v.state = 'CONFIRMED')));
end $$;

-- One that holds it back: the latest of its own subject, else the latest of the highest stage below its own. That one waits
-- for the others by itself, so a dispatch is looked at again few times before it comes to the head.
create function delivery.blocker(d delivery.dispatch) returns bigint
    language plpgsql stable as $$
begin
    return coalesce(
        (select o.no from delivery.dispatch o
         where o.subject = d.subject and o.no < d.no and delivery.line(o) = delivery.line(d)
           and o.state in ('OWED', 'SENDING', 'DOUBTED', 'PARKED') and delivery.blocks(o, d)
         order by o.no desc limit 1),
        (select o.no from delivery.dispatch o
         where o.partner = d.partner and o.order_key = d.order_key and o.stage < d.stage and o.no < d.no
           and o.state in ('OWED', 'SENDING', 'DOUBTED', 'PARKED') and delivery.blocks(o, d)
         order by o.stage desc, o.no desc limit 1));
end $$;

drop index delivery.dispatch_due;
drop index delivery.dispatch_open;
drop index delivery.dispatch_by_subject;
drop index delivery.dispatch_by_order;
drop index delivery.dispatch_parked;
create index dispatch_heads on delivery.dispatch (route, next_at, no)
    where placed and waits_for is null and lease_until is null and state in ('OWED', 'DOUBTED');
create index dispatch_unplaced on delivery.dispatch (partner, order_key, no) where not placed;
create index dispatch_waiting on delivery.dispatch (waits_for) where waits_for is not null;
create index dispatch_fronts on delivery.dispatch (partner, order_key, no)
    where placed and waits_for is null and state in ('OWED', 'SENDING', 'DOUBTED', 'PARKED');
create index dispatch_ahead on delivery.dispatch (partner, order_key, stage, no)
    where state in ('OWED', 'SENDING', 'DOUBTED', 'PARKED');
create index dispatch_by_subject on delivery.dispatch (subject, no);
create index dispatch_by_order on delivery.dispatch (order_key, partner, stage, no);

-- What pages count and list, so that they cost what is open and not what was ever sent.
create index dispatch_standing on delivery.dispatch (partner, state, owed_at) where state <> 'CONFIRMED';
create index dispatch_confirmed on delivery.dispatch (partner, confirmed_at) where state = 'CONFIRMED';
create index dispatch_by_partner on delivery.dispatch (partner, no);

-- Rows come and go at the front of these indexes all day; a fifth of a long history would be far too late.
alter table delivery.dispatch set (autovacuum_vacuum_scale_factor = 0.02, autovacuum_analyze_scale_factor = 0.02);
