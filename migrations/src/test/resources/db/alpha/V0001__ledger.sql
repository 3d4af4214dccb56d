CREATE TABLE ledger (
  id bigint PRIMARY KEY,
  units numeric(78, 0) NOT NULL
);
COMMENT ON TABLE ledger IS 'What somebody owns, in whole units';
