-- 原值: the value that a row was refused for, masked where it is personal
alter table intake.quarantined_row add column value text not null default '';
