CREATE TABLE note (
  body text NOT NULL,
  weight float8,
  at timestamp
);
