CREATE TABLE whole (id bigint PRIMARY KEY);
