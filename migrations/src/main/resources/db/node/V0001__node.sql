-- SPDX-License-Identifier: MIT
create table nonce (
  session    bytea       not null check (octet_length(session) = 32),
  nonce      bytea       not null check (octet_length(nonce) = 16),
  keep_until timestamptz not null,
  primary key (session, nonce)
);
comment on table nonce is 'Nonces of licence requests that were seen, kept until their session ended and 120 s more.';
create index nonce_keep_until on nonce (keep_until);

create table session_use (
  session    bytea       primary key check (octet_length(session) = 32),
  used       bigint      not null check (used > 0),
  keep_until timestamptz not null
);
comment on table session_use is 'How many licences a limited session has had.';

create table revoked_delegation (
  delegation bytea       primary key check (octet_length(delegation) = 32),
  keep_until timestamptz not null
);
comment on table revoked_delegation is 'Delegations that their device or wallet revoked at this node.';

create table audit (
  position   bigint      primary key check (position >= 0),
  request    bytea       not null check (octet_length(request) = 32),
  ct         bytea       not null check (octet_length(ct) = 32),
  at         timestamptz not null,
  commitment bytea       not null check (octet_length(commitment) = 32),
  head       bytea       not null check (octet_length(head) = 32)
);
comment on table audit is 'Append-only hash chain of the licences that this node took part in.';

create table audit_personal (
  position bigint primary key references audit (position),
  salt     bytea  not null check (octet_length(salt) = 16),
  wallet   bytea  not null check (octet_length(wallet) = 20),
  asset    bytea  not null check (octet_length(asset) = 32)
);
comment on table audit_personal is 'Who asked for what: may be erased, the chain in audit still verifies by its commitments.';
