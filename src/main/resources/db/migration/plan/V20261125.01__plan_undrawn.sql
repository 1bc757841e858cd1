-- 无结果证明: a paper that a draw voided before its result never could have one: not drawn by the platform, or no public event.
create table plan.undrawn (
    draw_no     text        not null primary key references plan.abandonment (draw_no),
    document    text        not null,
    evidence    text        not null check (evidence ~ '^[0-9a-f]{64}$'),
    asker       text        not null,
    asked_at    timestamptz not null,
    approver    text,
    approved_at timestamptz,
    check (approver is distinct from asker),
    check ((approver is null) = (approved_at is null))
);
