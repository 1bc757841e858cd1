-- 现场抽取: who opened it, who was present, and until when the night leaves the draw to them.
create table plan.ceremony (
    no        bigint generated always as identity primary key,
    draw_no   text        not null,
    opened_by text        not null,
    present   text        not null,
    opened_at timestamptz not null,
    until     timestamptz not null
);
create index ceremony_by_draw on plan.ceremony (draw_no, until);
