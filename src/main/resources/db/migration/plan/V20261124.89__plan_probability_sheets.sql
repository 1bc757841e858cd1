-- 概率表: what dummy seeds do to a frozen pool; anyone can compute it again from the bundle.
create table plan.probability_sheet (
    draw_no text        not null primary key,
    sheet   jsonb       not null,
    made_at timestamptz not null default now()
);
