-- For tests only (試験用).
CREATE TABLE drawer (
    n int NOT NULL
);
