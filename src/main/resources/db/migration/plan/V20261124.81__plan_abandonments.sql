-- 作废: one asks, another approves; a draw is voided once and its scheme may then be drawn again.
create table plan.abandonment (
    draw_no      text        not null primary key,
    scheme_no    text        not null,
    plan_no      text        not null,
    reason       text        not null,
    document     text        not null,
    evidence     text        not null check (evidence ~ '^[0-9a-f]{64}$'),
    asker        text        not null,
    asked_at     timestamptz not null,
    approver     text,
    approved_at  timestamptz,
    after_result boolean,
    check (approver is distinct from asker),
    check ((approver is null) = (approved_at is null) and (approver is null) = (after_result is null))
);
create index abandonment_scheme on plan.abandonment (scheme_no);
