-- For tests only (試験用).
CREATE TABLE note (
    id   bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
    text text   NOT NULL
);
