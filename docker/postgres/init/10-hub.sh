#!/bin/bash
# First start of the database container: a role and a database of its own for the hub, nothing more.
set -euo pipefail
psql -v ON_ERROR_STOP=1 -v password="$(cat /run/secrets/postgres-password)" --username "$POSTGRES_USER" --dbname postgres <<'SQL'
create role hub login password :'password' nosuperuser nocreatedb nocreaterole;
create database hub owner hub encoding 'UTF8' template template0;
revoke all on database hub from public;
alter database hub set timezone to 'Asia/Shanghai';
SQL
