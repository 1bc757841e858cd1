-- 当班: the highest claim of each run that this book has heard of; whoever comes with a lower one is refused
create table intake.run (
    run_id text   primary key,
    fence  bigint not null
);
