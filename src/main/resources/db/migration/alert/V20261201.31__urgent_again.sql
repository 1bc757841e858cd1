-- 又成须处理: of an alert that calmed down for a while and is urgent again people are told again. A turn begins only after a
-- calm of its own length, so one that flickers is told once.
alter table alert.alert
    add column turn      int not null default 0,
    add column calmed_at timestamptz;
alter table alert.letter
    add column turn int not null default 0;
drop index alert.letter_once;
create unique index letter_once on alert.letter (alert, what, route, turn) where what not in ('TEST', 'STILL');
