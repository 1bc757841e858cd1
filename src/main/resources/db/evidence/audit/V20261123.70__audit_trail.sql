create schema if not exists audit;

-- 审计日志: append-only and hash-chained; audit.AuditEntry says how a hash is made.
create table audit.entry (
    seq          bigint primary key,
    at           timestamptz not null,
    actor        text not null,
    role         text not null,
    ip           text not null,
    action       text not null,
    object_key   text not null,
    reason       text not null,
    before_state text not null,
    after_state  text not null,
    result       text not null,
    prev_hash    text not null unique check (length(prev_hash) = 64),
    hash         text not null unique check (length(hash) = 64)
);

create index entry_object on audit.entry (object_key, seq desc);
create index entry_actor on audit.entry (actor, seq desc);
create index entry_action on audit.entry (action, seq desc);

create function audit.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception '审计日志只能追加，不能修改或删除 (E-AUDIT-APPEND-ONLY)';
end
$$;

create trigger entry_append_only
    before update or delete or truncate on audit.entry
    for each statement execute function audit.refuse_change();
