-- 证据存疑: when what is kept of a draw was not believed, and since when it is again. Not evidence, only what people were told.
create table draw.distrust (
    draw_no     text not null,
    code        text not null,
    sentence    text not null,
    at          timestamptz not null default now(),
    believed_at timestamptz
);
create unique index distrust_open on draw.distrust (draw_no, code) where believed_at is null;
