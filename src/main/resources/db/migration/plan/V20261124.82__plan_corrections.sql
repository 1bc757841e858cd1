-- 更正: one asks, another approves; what is approved gets its number in the evidence and the result as it stands after it.
create table plan.draw_correction (
    request      bigint      not null generated always as identity primary key,
    draw_no      text        not null,
    kind         text        not null check (kind in ('EXCLUDE', 'RECUSE')),
    subject_id   text        not null,
    inspector_id text        not null,
    code         text        not null,
    reason       text        not null,
    evidence     text        not null check (evidence ~ '^[0-9a-f]{64}$'),
    asker        text        not null,
    asked_at     timestamptz not null,
    approver     text,
    document     text,
    approved_at  timestamptz,
    no           int,
    picks        jsonb,
    unique (draw_no, no),
    check (approver is distinct from asker),
    check (num_nulls(approver, document, approved_at, no, picks) in (0, 5))
);
create index draw_correction_draw on plan.draw_correction (draw_no);
