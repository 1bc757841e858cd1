-- 应答原件: the bytes of an answer that is no UTF-8; its text is what its own charset says
alter table delivery.attempt add column response_bytes bytea;
