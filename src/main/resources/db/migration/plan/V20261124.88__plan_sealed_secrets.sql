-- 不预告检查: who was drawn stays closed until the secret is opened.
alter table plan.draw_result add column closed_until timestamptz;

-- The secret is made outside (witness.html) and stays with its keepers until the draw; before it the hub holds its digest only.
create table plan.sealed_secret (
    draw_no     text        not null primary key,
    secret_hash text        not null check (secret_hash ~ '^[0-9a-f]{64}$'),
    sealed_at   timestamptz not null default now(),
    secret      text check (secret ~ '^[0-9a-f]{64}$'),
    joined_at   timestamptz
);

create table plan.secret_share (
    draw_no text        not null,
    keeper  text        not null,
    share   text        not null,
    at      timestamptz not null default now(),
    primary key (draw_no, keeper)
);
