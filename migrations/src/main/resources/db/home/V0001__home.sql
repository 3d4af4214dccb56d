-- SPDX-License-Identifier: MIT
create table shelf (
  name text primary key check (length(name) between 1 and 200),
  asset_id bytea not null check (octet_length(asset_id) = 32),
  cid text not null,
  size_bytes bigint not null check (size_bytes > 0),
  media_type text not null,
  title text not null,
  stored_at timestamptz not null
);
comment on table shelf is 'Works that lie in the owner''s tree, one row a file; the file itself is the truth';
comment on column shelf.asset_id is 'SHA-256 of the core, which names the work whatever its CID';
create index shelf_asset on shelf (asset_id);

create table fetch_job (
  id uuid primary key,
  cid text not null,
  name text not null,
  state text not null check (state in ('running', 'done', 'failed', 'cancelled')),
  bytes bigint not null default 0 check (bytes >= 0),
  total bigint check (total > 0),
  path text,
  failure_code text,
  failure_detail text,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  check ((state = 'failed') = (failure_code is not null)),
  check ((state = 'done') = (path is not null))
);
comment on table fetch_job is 'Works being fetched from peers; running jobs are taken up again after a restart';
create index fetch_job_running on fetch_job (created_at) where state = 'running';

create table fetch_provider (
  job uuid not null references fetch_job on delete cascade,
  position integer not null,
  url text not null,
  primary key (job, position)
);
comment on table fetch_provider is 'Peers that a job may ask, in the caller''s order; none is trusted';

create table fetch_event (
  job uuid not null references fetch_job on delete cascade,
  position integer not null,
  kind text not null check (kind in ('bad_block', 'peer_failed', 'peer_changed', 'resumed')),
  provider text not null,
  block_cid text,
  block_index bigint,
  detail text not null,
  at timestamptz not null,
  primary key (job, position)
);
comment on table fetch_event is 'What went wrong on the way and which peer did it';

create table delegation (
  hash bytea primary key check (octet_length(hash) = 32),
  wallet bytea not null check (octet_length(wallet) = 20),
  text text not null,
  signature bytea not null,
  issued_at timestamptz not null,
  expires_at timestamptz not null,
  stored_at timestamptz not null,
  revoked_at timestamptz
);
comment on table delegation is 'Texts by which wallets let this device ask for licences; they move neither money nor rights';
create index delegation_wallet on delegation (wallet, expires_at);

create table capsule (
  app_id bytea not null check (octet_length(app_id) = 32),
  release bigint not null check (release >= 0),
  release_id bytea not null unique check (octet_length(release_id) = 32),
  name text not null,
  next_keys bytea not null check (octet_length(next_keys) % 32 = 0),
  installed_at timestamptz not null,
  primary key (app_id, release)
);
comment on column capsule.next_keys is 'Ed25519 keys that may sign the next release, one after the other';
comment on table capsule is 'Verified capsules that the owner installed; verified again each time one starts';
