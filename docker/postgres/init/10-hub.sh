#!/bin/bash
# First start of the database container: a database with two roles and nothing more. The hub works and is no superuser;
# keeper owns evidence and audit trail and runs their migrations.
set -euo pipefail
psql -v ON_ERROR_STOP=1 -v hub="$(cat /run/secrets/postgres-password)" -v keeper="$(cat /run/secrets/postgres-keeper)" \
  --username "$POSTGRES_USER" --dbname postgres <<'SQL'
create role hub login password :'hub' nosuperuser nocreatedb nocreaterole noreplication;
create role keeper login password :'keeper' nosuperuser nocreatedb nocreaterole noreplication;
create database hub encoding 'UTF8' template template0;
revoke all on database hub from public;
grant connect, temporary, create on database hub to hub, keeper;
alter database hub set timezone to 'Asia/Shanghai';
\connect hub
revoke all on schema public from public;
grant usage, create on schema public to hub;
SQL
