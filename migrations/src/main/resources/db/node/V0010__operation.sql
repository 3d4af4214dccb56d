-- SPDX-License-Identifier: MIT
create table audit_anchor (
  number   bigint      primary key check (number >= 0),
  first    bigint      not null check (first >= 0),
  last     bigint      not null check (last >= first),
  head     bytea       not null check (octet_length(head) = 32),
  root     bytea       not null check (octet_length(root) = 32),
  on_chain boolean     not null,
  made_at  timestamptz not null
);
comment on table audit_anchor is 'What this node anchored of its audit on the committee contract: records first to last, the head after the last, and the RFC 6962 root over their heads; written before it is sent.';
create unique index audit_anchor_last on audit_anchor (last);

create table denial (
  position  bigint      primary key check (position >= 0),
  at        timestamptz not null,
  blocks    boolean     not null,
  subject   text        not null check (subject ~ '^(asset:[0-9a-f]{64}|wallet:0x[0-9a-f]{40})$'),
  reason    text        not null check (length(reason) between 1 and 256),
  head      bytea       not null check (octet_length(head) = 32),
  signature bytea       not null check (octet_length(signature) = 64)
);
comment on table denial is 'Public signed log of what the operator blocks and lifts; the newest entry of a subject counts.';

create table restored (
  epoch      bigint      primary key check (epoch >= 0),
  audit_from bigint      not null check (audit_from >= 0),
  at         timestamptz not null
);
comment on table restored is 'When this node found its data older than the chain shows: no share of an epoch up to this one acts any more, and the audit goes on at audit_from, behind whatever may have been signed.';
