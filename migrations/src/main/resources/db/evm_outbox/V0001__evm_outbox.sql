-- SPDX-License-Identifier: MIT
CREATE TABLE evm_outbox (
  chain_id   numeric     NOT NULL CHECK (chain_id > 0),
  account    bytea       NOT NULL CHECK (octet_length(account) = 20),
  id         text        NOT NULL CHECK (char_length(id) BETWEEN 1 AND 200),
  nonce      bigint      NOT NULL CHECK (nonce >= 0),
  tx_hash    bytea       NOT NULL CHECK (octet_length(tx_hash) = 32),
  request    bytea       NOT NULL CHECK (octet_length(request) = 32),
  signed     bytea       NOT NULL,
  broadcast  boolean     NOT NULL DEFAULT false,
  settled    boolean     NOT NULL DEFAULT false,
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (chain_id, account, nonce),
  UNIQUE (chain_id, account, id)
);

CREATE INDEX evm_outbox_unsettled ON evm_outbox (chain_id, account, nonce) WHERE NOT settled;

COMMENT ON TABLE evm_outbox IS
  'Signed EVM transactions, stored before their first broadcast: one for each id and each nonce of an account';
COMMENT ON COLUMN evm_outbox.id IS 'The caller''s idempotency key';
COMMENT ON COLUMN evm_outbox.request IS 'SHA-256 of what was asked for: an id never changes its meaning';
COMMENT ON COLUMN evm_outbox.broadcast IS 'A source took the bytes at least once';
COMMENT ON COLUMN evm_outbox.settled IS 'The nonce is used up in a final block';
