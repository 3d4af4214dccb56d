-- SPDX-License-Identifier: MIT
create table rental (
  rental bytea       primary key check (octet_length(rental) = 32),
  began  timestamptz not null
);
comment on table rental is 'When each rental began with its first licence; the key hides wallet, work and way. Kept for good.';
comment on table revoked_delegation is 'Delegations, and sessions under them, that their device revoked at this node.';
