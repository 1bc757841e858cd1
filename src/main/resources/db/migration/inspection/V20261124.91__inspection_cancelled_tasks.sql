-- 已撤销: a task whose draw was voided or corrected; what it was before stays in task_history.
alter table inspection.task drop constraint task_state_check;
alter table inspection.task add check (state in ('OPEN', 'REPORTED', 'CANCELLED'));
alter table inspection.task add column note text not null default '';

create table inspection.task_history (
    task_no    text        not null,
    until      timestamptz not null default clock_timestamp(),
    state      text        not null,
    item_codes jsonb       not null,
    inspectors jsonb       not null,
    note       text        not null,
    primary key (task_no, until)
);
