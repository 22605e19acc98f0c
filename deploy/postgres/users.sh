#!/bin/sh
# Runs once, when the image makes its database: the owner, who migrates, and the user that serves.
set -e
psql -v ON_ERROR_STOP=1 -U postgres -v owner="$POSTGRES_PASSWORD" -v serving="$DATABASE_PASSWORD" <<'SQL'
create role living_room_owner login password :'owner';
create role living_room login password :'serving';
create database living_room owner living_room_owner;
SQL
