-- 双人复核: whose account asked and whose decided. Papers keep the names; a thing without a row, or without who asked, was
-- entered by a machine or is older than personal accounts, and there the names are compared.
create table plan.four_eyes (
    thing      text        not null primary key,
    asked_by   text,
    asked_at   timestamptz,
    decided_by text,
    decided_at timestamptz,
    check (asked_by is distinct from decided_by),
    check ((asked_by is null) = (asked_at is null)),
    check ((decided_by is null) = (decided_at is null))
);

-- Until now the tables compared the names, which two people may share.
do $$
declare
    named record;
begin
    for named in
        select conrelid::regclass as paper, conname
        from pg_constraint
        where contype = 'c' and connamespace = 'plan'::regnamespace
          and pg_get_constraintdef(oid) ~* 'approver is distinct from (author|asker)'
    loop
        execute format('alter table %s drop constraint %I', named.paper, named.conname);
    end loop;
end $$;
