-- SPDX-License-Identifier: MIT
ALTER TABLE evm_follower ADD COLUMN spec bytea CHECK (octet_length(spec) = 32);

COMMENT ON COLUMN evm_follower.spec IS
  'SHA-256 of what is followed: under one name it never changes; null until the next start of a follower from before this column';
