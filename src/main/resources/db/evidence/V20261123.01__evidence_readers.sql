-- 本目录的迁移由保管角色（keeper）执行；枢纽（${hub}）可以看到执行过哪些。
grant usage on schema evidence to ${hub};
grant select on evidence.flyway_schema_history to ${hub};
