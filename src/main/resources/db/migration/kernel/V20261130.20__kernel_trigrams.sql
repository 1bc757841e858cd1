-- 三字组: PostgreSQL's pg_trgm, by which a fragment is found without reading everything. It is a trusted extension: the hub's
-- role may put it there itself. Where somebody has put it already it stays; later migrations ask where it is.
create schema if not exists trigram;
create extension if not exists pg_trgm schema trigram;
