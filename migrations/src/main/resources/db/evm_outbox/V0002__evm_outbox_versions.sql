-- SPDX-License-Identifier: MIT
CREATE TABLE evm_outbox_version (
  chain_id   numeric     NOT NULL,
  account    bytea       NOT NULL,
  nonce      bigint      NOT NULL,
  version    integer     NOT NULL CHECK (version BETWEEN 2 AND 100),
  tx_hash    bytea       NOT NULL CHECK (octet_length(tx_hash) = 32),
  signed     bytea       NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (chain_id, account, nonce, version),
  UNIQUE (chain_id, account, tx_hash),
  FOREIGN KEY (chain_id, account, nonce) REFERENCES evm_outbox (chain_id, account, nonce)
);

COMMENT ON TABLE evm_outbox_version IS
  'Replacements of a transaction in the outbox with a higher fee and the same nonce, so that only one can ever be included; stored before their first broadcast';
COMMENT ON COLUMN evm_outbox_version.version IS 'Counts from 2: the first version stands in evm_outbox';

CREATE INDEX evm_outbox_hash ON evm_outbox (chain_id, account, tx_hash);
