-- 进度: how far a run is, a row a stage. Written at most once a second, outside the run's own transactions, for those who watch.
create table duty.progress (
    run_id   text        not null references duty.run on delete cascade,
    stage    text        not null check (stage in ('FETCH', 'STAGE', 'COMPARE', 'APPLY')),
    fence    bigint      not null,
    rows     bigint      not null default 0,
    total    bigint,
    began_at timestamptz not null default clock_timestamp(),
    moved_at timestamptz not null default clock_timestamp(),
    ended_at timestamptz,
    primary key (run_id, stage)
);

-- When the worker last gave a sign of life; the lease alone does not say.
alter table duty.run add column beat_at timestamptz;
