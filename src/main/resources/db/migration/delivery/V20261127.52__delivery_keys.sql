-- 心跳: when a hub was last seen alive. A ledger that was put back shows the moment of its backup.
create table delivery.pulse (
    only_row boolean     not null primary key check (only_row),
    at       timestamptz not null
);

-- 对键: one row a partner, the question that the latest start put to it.
create table delivery.key_check (
    partner       text        not null primary key,
    question_no   text        not null unique,
    since         timestamptz not null,
    asked_since   timestamptz not null default clock_timestamp(),
    -- After a gap nothing is sent before the answer; otherwise only until patience ends.
    must_answer   boolean     not null,
    patience_ends timestamptz not null,
    asks          int         not null default 0,
    -- Asked by message or file: all pages come by themselves, and asking for the next one would bring all of them again.
    answers_later boolean     not null default false,
    next_at       timestamptz not null,
    answered_at   timestamptz,
    waived_at     timestamptz,
    waived_by     text        not null default '',
    waive_reason  text        not null default '',
    cause         text        not null default ''
);

-- Pages of an answer that were compared; they may come in any order and more than once.
create table delivery.key_page (
    question_no text not null references delivery.key_check (question_no) on delete cascade on update cascade,
    page        int  not null,
    primary key (question_no, page)
);

-- What a partner holds and our ledger does not: nothing of the key (UNKNOWN), other bytes (OTHER), or not yet any bytes
-- (EARLY: owed when the backup was made, sent after it; whatever we make of it now has to be the same).
create table delivery.their_key (
    partner            text        not null,
    key                text        not null,
    digest             text        not null,
    kind               text        not null,
    received_at        timestamptz not null,
    standing           text        not null check (standing in ('UNKNOWN', 'OTHER', 'EARLY')),
    found_at           timestamptz not null default clock_timestamp(),
    acknowledged_at    timestamptz,
    acknowledged_by    text        not null default '',
    acknowledge_reason text        not null default '',
    primary key (partner, key, digest)
);
create index their_key_open on delivery.their_key (partner) where standing <> 'EARLY' and acknowledged_at is null;

-- Partners to which nothing is sent at this moment.
create view delivery.held_partner as
select partner from delivery.key_check
where answered_at is null and waived_at is null and (must_answer or patience_ends > clock_timestamp());
