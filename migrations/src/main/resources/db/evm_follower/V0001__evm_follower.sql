-- SPDX-License-Identifier: MIT
CREATE TABLE evm_follower (
  id          integer     GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  name        text        NOT NULL UNIQUE CHECK (char_length(name) BETWEEN 1 AND 100),
  chain_id    numeric     NOT NULL CHECK (chain_id > 0),
  next_block  bigint      NOT NULL CHECK (next_block >= 0),
  settled     bigint      NOT NULL CHECK (settled >= -1 AND settled < next_block),
  tip_hash    bytea       CHECK (octet_length(tip_hash) = 32)
);

COMMENT ON TABLE evm_follower IS
  'How far each follower of events came; moved in the transaction that applies the events';
COMMENT ON COLUMN evm_follower.settled IS
  'The block up to which nothing is taken back; -1 before the first';
COMMENT ON COLUMN evm_follower.tip_hash IS 'The block before next_block; null before the first';

CREATE TABLE evm_follower_block (
  follower    integer     NOT NULL REFERENCES evm_follower,
  number      bigint      NOT NULL CHECK (number >= 0),
  hash        bytea       NOT NULL CHECK (octet_length(hash) = 32),
  parent      bytea       NOT NULL CHECK (octet_length(parent) = 32),
  block_time  timestamptz NOT NULL,
  PRIMARY KEY (follower, number)
);

COMMENT ON TABLE evm_follower_block IS
  'The last settled block of a follower and all taken above it, one for each height';

CREATE TABLE evm_follower_child (
  follower    integer     NOT NULL REFERENCES evm_follower,
  address     bytea       NOT NULL CHECK (octet_length(address) = 20),
  since       bigint      NOT NULL CHECK (since >= 0),
  PRIMARY KEY (follower, address)
);

COMMENT ON TABLE evm_follower_child IS
  'Contracts that events told of, with the block of the first event that did';

CREATE TABLE evm_follower_log (
  follower     integer    NOT NULL REFERENCES evm_follower,
  block_number bigint     NOT NULL CHECK (block_number >= 0),
  log_index    integer    NOT NULL CHECK (log_index >= 0),
  block_hash   bytea      NOT NULL CHECK (octet_length(block_hash) = 32),
  tx_hash      bytea      NOT NULL CHECK (octet_length(tx_hash) = 32),
  address      bytea      NOT NULL CHECK (octet_length(address) = 20),
  topics       bytea      NOT NULL CHECK (octet_length(topics) % 32 = 0),
  data         bytea      NOT NULL,
  PRIMARY KEY (follower, block_number, log_index),
  UNIQUE (follower, block_hash, log_index)
);

COMMENT ON TABLE evm_follower_log IS
  'Events above the settled block, kept so that they can be taken back; gone once settled';
COMMENT ON COLUMN evm_follower_log.topics IS 'All topics, 32 bytes each';

CREATE TABLE evm_event (
  follower     integer    NOT NULL REFERENCES evm_follower,
  block_number bigint     NOT NULL CHECK (block_number >= 0),
  log_index    integer    NOT NULL CHECK (log_index >= 0),
  block_hash   bytea      NOT NULL CHECK (octet_length(block_hash) = 32),
  tx_hash      bytea      NOT NULL CHECK (octet_length(tx_hash) = 32),
  address      bytea      NOT NULL CHECK (octet_length(address) = 20),
  topics       bytea      NOT NULL CHECK (octet_length(topics) % 32 = 0),
  data         bytea      NOT NULL,
  PRIMARY KEY (follower, block_number, log_index)
);

COMMENT ON TABLE evm_event IS
  'Events as they stand on the chain, for followers whose consumer keeps them as they are';
COMMENT ON COLUMN evm_event.topics IS 'All topics, 32 bytes each';
