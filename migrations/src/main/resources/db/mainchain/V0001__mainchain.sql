-- SPDX-License-Identifier: MIT
CREATE TABLE mainchain_position (
  one          boolean     PRIMARY KEY DEFAULT true CHECK (one),
  network      text        NOT NULL CHECK (char_length(network) BETWEEN 1 AND 60),
  origin       bytea       NOT NULL,
  best         bytea       NOT NULL CHECK (octet_length(best) = 32),
  final_height bigint      NOT NULL CHECK (final_height >= 0),
  kept_from    bigint      NOT NULL CHECK (kept_from >= 0),
  last_event   bigint      NOT NULL DEFAULT 0 CHECK (last_event >= 0),
  begun_at     timestamptz NOT NULL DEFAULT now()
);

COMMENT ON TABLE mainchain_position IS
  'Where the verified ELA mainchain began and how far it goes; locked by whoever changes it';
COMMENT ON COLUMN mainchain_position.origin IS 'The checkpoint from which everything was verified';
COMMENT ON COLUMN mainchain_position.best IS 'Hash of the best block, internal byte order';
COMMENT ON COLUMN mainchain_position.kept_from IS
  'Lowest height at which points, confirms and branches are still kept';
COMMENT ON COLUMN mainchain_position.last_event IS 'Number of the newest event; events have no gap';

CREATE TABLE mainchain_contest (
  one       boolean     PRIMARY KEY DEFAULT true CHECK (one),
  code      text        NOT NULL,
  height    bigint      NOT NULL CHECK (height >= 0),
  tip       bytea       NOT NULL CHECK (octet_length(tip) = 32),
  source    text        NOT NULL,
  raised_at timestamptz NOT NULL DEFAULT now()
);

COMMENT ON TABLE mainchain_contest IS
  'A sound branch that contradicts what counts as final, until somebody decides; empty in peace';

CREATE TABLE mainchain_header (
  hash      bytea       PRIMARY KEY CHECK (octet_length(hash) = 32),
  height    bigint      NOT NULL CHECK (height >= 0),
  previous  bytea       NOT NULL CHECK (octet_length(previous) = 32),
  work      numeric     NOT NULL CHECK (work >= 0),
  header    bytea,
  confirm   bytea,
  point     bytea,
  best      boolean     NOT NULL,
  stored_at timestamptz NOT NULL DEFAULT now()
);

CREATE UNIQUE INDEX mainchain_header_best ON mainchain_header (height) WHERE best;
CREATE INDEX mainchain_header_branches ON mainchain_header (height) WHERE NOT best;

COMMENT ON TABLE mainchain_header IS
  'Verified blocks of the ELA mainchain: the best chain, and branches near its end';
COMMENT ON COLUMN mainchain_header.hash IS 'Internal byte order';
COMMENT ON COLUMN mainchain_header.work IS 'Total work of the branch up to this block';
COMMENT ON COLUMN mainchain_header.header IS
  'The header with its proof of work as it came; absent for the checkpoint only';
COMMENT ON COLUMN mainchain_header.confirm IS 'The arbiters'' confirm; forgotten with time';
COMMENT ON COLUMN mainchain_header.point IS
  'What the rules need to judge the block above; forgotten with time';

CREATE TABLE mainchain_transaction (
  block    bytea   NOT NULL REFERENCES mainchain_header (hash) ON DELETE CASCADE,
  position integer NOT NULL CHECK (position >= 0),
  txid     bytea   NOT NULL CHECK (octet_length(txid) = 32),
  body     bytea   NOT NULL,
  proof    bytea   NOT NULL,
  PRIMARY KEY (block, position)
);

CREATE INDEX mainchain_transaction_txid ON mainchain_transaction (txid);

COMMENT ON TABLE mainchain_transaction IS
  'Transactions that pay to or spend from a watched program hash, with their merkle proofs';

CREATE TABLE mainchain_output (
  txid     bytea   NOT NULL CHECK (octet_length(txid) = 32),
  position integer NOT NULL CHECK (position BETWEEN 0 AND 65535),
  program  bytea   NOT NULL CHECK (octet_length(program) = 21),
  sela     bigint  NOT NULL,
  PRIMARY KEY (txid, position)
);

COMMENT ON TABLE mainchain_output IS
  'Outputs to watched program hashes that were seen in any branch, to recognise who spends them';

CREATE TABLE mainchain_event (
  number bigint  PRIMARY KEY CHECK (number > 0),
  joined boolean NOT NULL,
  height bigint  NOT NULL CHECK (height >= 0),
  hash   bytea   NOT NULL CHECK (octet_length(hash) = 32)
);

COMMENT ON TABLE mainchain_event IS
  'What became of the best chain, in order: blocks that joined it and blocks that left it';
