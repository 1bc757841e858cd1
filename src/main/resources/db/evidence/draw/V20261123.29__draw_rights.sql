-- 证据归保管角色（keeper）所有：枢纽（${hub}）只能读、只能加，改不了也删不掉。
create schema if not exists draw;
grant usage on schema draw to ${hub};
alter default privileges in schema draw grant select, insert on tables to ${hub};
