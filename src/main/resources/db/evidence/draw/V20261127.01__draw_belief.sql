-- 重新采信：a row for each time the evidence of a draw was believed again; what was told before stays as it was.
create table draw.belief (
    draw_no text        not null,
    at      timestamptz not null default now()
);
create index belief_draw on draw.belief (draw_no, at);
insert into draw.belief (draw_no, at) select draw_no, believed_at from draw.distrust where believed_at is not null;
drop index draw.distrust_open;
alter table draw.distrust drop column believed_at;
create index distrust_draw on draw.distrust (draw_no, at);
create trigger distrust_append_only before update or delete or truncate on draw.distrust
    for each statement execute function draw.refuse_change();
create trigger belief_append_only before update or delete or truncate on draw.belief
    for each statement execute function draw.refuse_change();
