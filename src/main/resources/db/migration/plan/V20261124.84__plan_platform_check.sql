-- What the platform drew (mode P) against the frozen rules. The check is never changed; a person's settlement is added once.
create table plan.platform_check (
    draw_no       text        not null primary key,
    body_sha256   text        not null check (length(body_sha256) = 64),
    said_drawn_at timestamptz not null,
    taken_at      timestamptz not null,
    findings      jsonb       not null,
    forbidden     jsonb       not null,
    settlement    text        not null default '',
    settled_by    text        not null default '',
    settled_at    timestamptz
);
