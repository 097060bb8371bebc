-- For tests only (試験用).
CREATE TABLE secret (
    text text NOT NULL
);
