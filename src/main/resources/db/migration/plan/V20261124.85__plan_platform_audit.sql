-- What the year's statistics say of the platform's draws; computed anew every night from the evidence.
create table plan.platform_audit (
    year    int         not null primary key,
    made_at timestamptz not null,
    report  jsonb       not null
);
