-- SPDX-License-Identifier: MIT
ALTER TABLE mainchain_header ADD COLUMN rejected boolean NOT NULL DEFAULT false;

COMMENT ON COLUMN mainchain_header.rejected IS
  'An operator settled a contest against the branch of this block: nothing is built on it';

CREATE INDEX mainchain_header_children ON mainchain_header (previous) WHERE NOT best;

CREATE TABLE mainchain_locked_spend (
  block           bytea       NOT NULL REFERENCES mainchain_header (hash) ON DELETE CASCADE,
  txid            bytea       NOT NULL CHECK (octet_length(txid) = 32),
  height          bigint      NOT NULL CHECK (height >= 0),
  rule            text        NOT NULL CHECK (char_length(rule) BETWEEN 1 AND 60),
  seen_at         timestamptz NOT NULL DEFAULT now(),
  acknowledged_at timestamptz,
  PRIMARY KEY (block, txid)
);

CREATE INDEX mainchain_locked_spend_open ON mainchain_locked_spend (height)
  WHERE acknowledged_at IS NULL;

COMMENT ON TABLE mainchain_locked_spend IS
  'Transactions in verified blocks that spend what is locked for side chains against our rule';
COMMENT ON COLUMN mainchain_locked_spend.rule IS 'The code of the rule that it breaks';
COMMENT ON COLUMN mainchain_locked_spend.acknowledged_at IS
  'When an operator said that it was looked into';
