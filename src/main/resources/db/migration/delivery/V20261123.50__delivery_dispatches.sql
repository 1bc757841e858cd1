create schema if not exists delivery;

-- 报送: one row per fact and addressee. Its number is its age; `id` is what people and messages say.
create table delivery.dispatch (
    no              bigint generated always as identity primary key,
    id              text generated always as ('D' || lpad(no::text, 9, '0')) stored unique,
    route           text        not null,
    partner         text        not null,
    -- A lower stage of the same order key goes first: plan 1, scheme 2, pool and draw 3, result 4.
    stage           int         not null,
    -- False where asking is impossible and sending the same bytes again is harmless by contract.
    askable         boolean     not null,
    event           text        not null,
    fact_key        text        not null,
    subject         text        not null,
    order_key       text        not null,
    sentence        text        not null,
    idempotency_key text        not null unique check (idempotency_key ~ '^[!-~]{1,200}$'),
    state           text        not null check (state in ('OWED', 'SENDING', 'SENT', 'CONFIRMED', 'DOUBTED', 'PARKED')),
    -- True from the first lost answer until a receipt or a clear "we have nothing" from the partner.
    unsure          boolean     not null default false,
    attempts        int         not null default 0,
    asks            int         not null default 0,
    -- Failures since the last success of any kind; drives the back-off.
    setbacks        int         not null default 0,
    -- Attempts that began and never ended, in a row; drives the poison rule.
    unfinished      int         not null default 0,
    next_at         timestamptz,
    lease_no        bigint      not null default 0,
    lease_until     timestamptz,
    lease_begun     boolean     not null default false,
    trace_id        text        not null,
    owed_at         timestamptz not null default clock_timestamp(),
    sent_at         timestamptz,
    confirmed_at    timestamptz,
    parked_at       timestamptz,
    cause_code      text        not null default '',
    cause           text        not null default '',
    owner           text        not null,
    unique (route, fact_key),
    -- I7: nothing waits for nothing. Leased rows wait for the lease's end, the others for a time or a human.
    check (state not in ('OWED', 'SENT') or next_at is not null),
    check (state <> 'SENDING' or lease_until is not null),
    check (state <> 'DOUBTED' or next_at is not null or lease_until is not null),
    check (state <> 'PARKED' or (cause_code <> '' and owner <> '' and parked_at is not null)),
    check (state <> 'CONFIRMED' or confirmed_at is not null)
);
create index dispatch_due on delivery.dispatch (next_at, no) where state in ('OWED', 'DOUBTED') and lease_until is null;
create index dispatch_leased on delivery.dispatch (lease_until) where lease_until is not null;
create index dispatch_open on delivery.dispatch (partner, order_key, no) where state <> 'CONFIRMED';
create index dispatch_awaited on delivery.dispatch (next_at) where state = 'SENT';
create index dispatch_parked on delivery.dispatch (partner, cause_code) where state = 'PARKED';
create index dispatch_by_key on delivery.dispatch (fact_key);
create index dispatch_by_subject on delivery.dispatch (subject);
create index dispatch_by_order on delivery.dispatch (order_key);
create index dispatch_by_trace on delivery.dispatch (trace_id);

-- 报文: the bytes of a dispatch, once; the same dispatch never has others.
create table delivery.body (
    dispatch bigint      not null primary key references delivery.dispatch (no),
    digest   text        not null,
    bytes    bytea       not null,
    kept_at  timestamptz not null default clock_timestamp()
);

-- 尝试: appended when it begins, completed once, never changed after that.
create table delivery.attempt (
    no             bigint generated always as identity primary key,
    dispatch       bigint      not null references delivery.dispatch (no),
    kind           text        not null check (kind in ('SEND', 'ASK')),
    attempt_no     int         not null,
    lease_no       bigint      not null,
    started_at     timestamptz not null default clock_timestamp(),
    ended_at       timestamptz,
    outcome        text        not null default '' check (outcome in
                   ('', 'CONFIRMED', 'SENT', 'REJECTED', 'LATER', 'LOST', 'ABSENT', 'EXPIRED')),
    http_status    int,
    cause_code     text        not null default '',
    cause          text        not null default '',
    request_digest text        not null default '',
    response       text        not null default '' check (length(response) <= 65536),
    unique (dispatch, kind, attempt_no),
    check ((ended_at is null) = (outcome = ''))
);
create unique index attempt_running on delivery.attempt (dispatch) where ended_at is null;

create function delivery.attempt_is_history() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' or old.ended_at is not null then
        raise exception 'attempt % of dispatch % is history', old.attempt_no, old.dispatch;
    end if;
    return new;
end $$;
create trigger attempt_is_history before update or delete on delivery.attempt
    for each row execute function delivery.attempt_is_history();

-- 回执: appended only.
create table delivery.receipt (
    no              bigint generated always as identity primary key,
    dispatch        bigint      not null references delivery.dispatch (no),
    idempotency_key text        not null,
    receipt_no      text        not null,
    digest          text        not null,
    received_at     timestamptz,
    verdict         text        not null,
    note            text        not null,
    raw             text        not null,
    read_at         timestamptz not null default clock_timestamp(),
    unique (dispatch, receipt_no, verdict)
);
create index receipt_by_no on delivery.receipt (receipt_no);

-- 无主回执: replies that nobody could read or assign.
create table delivery.stray_receipt (
    no         bigint generated always as identity primary key,
    source     text        not null,
    raw        text        not null,
    raw_digest text        not null,
    cause_code text        not null,
    cause      text        not null,
    read_at    timestamptz not null default clock_timestamp(),
    unique (source, raw_digest)
);

-- 人工操作: who did what and why.
create table delivery.act (
    no       bigint generated always as identity primary key,
    dispatch bigint      not null references delivery.dispatch (no),
    act      text        not null,
    who      text        not null check (who <> ''),
    reason   text        not null check (reason <> ''),
    at       timestamptz not null default clock_timestamp()
);
create index act_by_dispatch on delivery.act (dispatch);
