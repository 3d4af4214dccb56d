-- SPDX-License-Identifier: MIT

CREATE TABLE followed_block (
  number bigint PRIMARY KEY,
  hash bytea NOT NULL CHECK (octet_length(hash) = 32)
);
COMMENT ON TABLE followed_block IS
  'The newest indexed blocks by which a reorganisation is noticed: the last final one and those above it.';

CREATE TABLE chain_event (
  block bigint NOT NULL,
  log_index integer NOT NULL,
  block_hash bytea NOT NULL CHECK (octet_length(block_hash) = 32),
  transaction bytea NOT NULL CHECK (octet_length(transaction) = 32),
  contract bytea NOT NULL CHECK (octet_length(contract) = 20),
  topics bytea NOT NULL CHECK (octet_length(topics) % 32 = 0),
  data bytea NOT NULL,
  edition bytea CHECK (octet_length(edition) = 32),
  PRIMARY KEY (block, log_index)
);
COMMENT ON TABLE chain_event IS
  'Every event of the factory and its channels as the chain has it; channel, edition, used_nonce and holding are a function of this table.';
CREATE INDEX chain_event_by_edition ON chain_event (edition, block, log_index)
  WHERE edition IS NOT NULL;

CREATE TABLE channel (
  address bytea PRIMARY KEY CHECK (octet_length(address) = 20),
  owner bytea NOT NULL CHECK (octet_length(owner) = 20),
  name text NOT NULL,
  block bigint NOT NULL
);
COMMENT ON TABLE channel IS 'Channels that the pinned factory made. The name is its owner''s text.';

CREATE TABLE edition (
  id bytea PRIMARY KEY CHECK (octet_length(id) = 32),
  channel bytea NOT NULL CHECK (octet_length(channel) = 20),
  asset bytea NOT NULL CHECK (octet_length(asset) = 32),
  pay_token bytea NOT NULL CHECK (octet_length(pay_token) = 20),
  price numeric(39) NOT NULL,
  max_supply numeric(20) NOT NULL,
  sold numeric(78) NOT NULL,
  royalties bytea NOT NULL CHECK (octet_length(royalties) % 24 = 0),
  royalty_bps integer NOT NULL,
  transferable boolean NOT NULL,
  push_royalties boolean NOT NULL,
  paused boolean NOT NULL,
  cid text,
  block bigint NOT NULL,
  log_index integer NOT NULL,
  block_hash bytea NOT NULL CHECK (octet_length(block_hash) = 32),
  transaction bytea NOT NULL CHECK (octet_length(transaction) = 32),
  UNIQUE (block, log_index)
);
COMMENT ON TABLE edition IS 'Editions as their events leave them; amounts in smallest units.';
COMMENT ON COLUMN edition.royalties IS
  'The royalty table: for each holder 20 bytes of address and 4 of share in parts per million.';
CREATE INDEX edition_by_asset ON edition (asset);
CREATE INDEX edition_by_cid ON edition (cid) WHERE cid IS NOT NULL;

CREATE TABLE used_nonce (
  channel bytea NOT NULL CHECK (octet_length(channel) = 20),
  seller bytea NOT NULL CHECK (octet_length(seller) = 20),
  nonce numeric(78) NOT NULL,
  block bigint NOT NULL,
  PRIMARY KEY (channel, seller, nonce)
);
COMMENT ON TABLE used_nonce IS 'Nonces of listings that were filled or cancelled on chain.';
CREATE INDEX used_nonce_by_block ON used_nonce (block);

CREATE TABLE holding (
  channel bytea NOT NULL CHECK (octet_length(channel) = 20),
  edition bytea NOT NULL CHECK (octet_length(edition) = 32),
  holder bytea NOT NULL CHECK (octet_length(holder) = 20),
  units numeric(78) NOT NULL,
  PRIMARY KEY (channel, edition, holder)
);
COMMENT ON TABLE holding IS 'Units of each edition by holder; nobody holds zero.';

CREATE TABLE listing (
  id bytea PRIMARY KEY CHECK (octet_length(id) = 32),
  channel bytea NOT NULL CHECK (octet_length(channel) = 20),
  edition bytea NOT NULL CHECK (octet_length(edition) = 32),
  seller bytea NOT NULL CHECK (octet_length(seller) = 20),
  quantity numeric(20) NOT NULL,
  pay_token bytea NOT NULL CHECK (octet_length(pay_token) = 20),
  price numeric(39) NOT NULL,
  nonce numeric(78) NOT NULL,
  expiry numeric(20) NOT NULL,
  signature bytea NOT NULL CHECK (octet_length(signature) = 65),
  received timestamptz NOT NULL
);
COMMENT ON TABLE listing IS 'Listings as sellers signed them, valid ones and spent ones alike.';
CREATE INDEX listing_by_edition ON listing (edition, price, id);
CREATE INDEX listing_by_seller ON listing (seller, edition);

CREATE TABLE work (
  asset bytea PRIMARY KEY CHECK (octet_length(asset) = 32),
  core bytea NOT NULL,
  updated timestamptz NOT NULL
);
COMMENT ON TABLE work IS 'Cores of works, by their SHA-256.';

CREATE TABLE work_statement (
  asset bytea NOT NULL REFERENCES work (asset) ON DELETE CASCADE,
  kind text NOT NULL CHECK (kind IN ('terms', 'face')),
  seq integer NOT NULL CHECK (seq >= 0),
  statement bytea NOT NULL,
  PRIMARY KEY (asset, kind, seq)
);
COMMENT ON TABLE work_statement IS
  'The creator''s signed statements, each chain without gap from 0; the first accepted wins a fork.';

CREATE TABLE provider (
  cid text NOT NULL CHECK (length(cid) <= 101),
  url text NOT NULL CHECK (length(url) <= 512),
  announced timestamptz NOT NULL,
  PRIMARY KEY (cid, url)
);
COMMENT ON TABLE provider IS 'Hints who serves a file; nobody vouches for them.';
