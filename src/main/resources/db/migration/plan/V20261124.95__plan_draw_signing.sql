-- Who signed the form of a draw, entered once from the paper; never changed.
create table plan.draw_signing (
    draw_no    text primary key references plan.draw_call,
    host       text not null,
    operator   text not null,
    supervisor text not null,
    witness    text not null,
    signed_at  timestamptz not null,
    entered_by text not null
);
