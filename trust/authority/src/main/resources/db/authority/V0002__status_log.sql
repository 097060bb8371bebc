-- The append-only status log, the only source of every status answer.

-- Whoever writes events locks this row first: dates then rise in the order of the events, and never go back.
CREATE TABLE legal_clock (
    only_one boolean     PRIMARY KEY DEFAULT true CHECK (only_one),
    at       timestamptz NOT NULL
);
INSERT INTO legal_clock (at) VALUES ('1970-01-01 00:00:00+00');

-- Committed with the act itself; the sequencer moves rows on to status_log.
CREATE TABLE status_inbox (
    id          bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    event       smallint    NOT NULL,      -- StatusEvent.Kind.code()
    generation  smallint    NOT NULL,
    serial      bytea       NOT NULL,
    reason      smallint,                  -- CRLReason; REVOKED only
    happened_at timestamptz NOT NULL,
    point       text        NOT NULL,
    not_after   timestamptz NOT NULL,
    content     bytea                      -- SHA-256 of the certificate; CERTIFIED and GENERATION only
)
-- a queue is mostly rows that are gone: they are cleared away by number, not by share
WITH (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 10000);

CREATE TABLE status_log (
    position    bigint      PRIMARY KEY,   -- 1, 2, 3 … without a gap
    event       smallint    NOT NULL,
    generation  smallint    NOT NULL,
    serial      bytea       NOT NULL,
    reason      smallint,
    happened_at timestamptz NOT NULL,
    point       text        NOT NULL,
    not_after   timestamptz NOT NULL,
    content     bytea,
    hash        bytea       NOT NULL       -- SHA-256(hash before || canonical line)
);

CREATE TABLE log_head (
    position  bigint      PRIMARY KEY,
    hash      bytea       NOT NULL,
    signed_at timestamptz NOT NULL,        -- legal time
    signature bytea       NOT NULL
);

-- Derived from the log by the sequencer, in the transaction that appends: what is revoked or held now.
CREATE TABLE revoked (
    generation smallint    NOT NULL,
    serial     bytea       NOT NULL,
    reason     smallint    NOT NULL,
    revoked_at timestamptz NOT NULL,
    point      text        NOT NULL,
    not_after  timestamptz NOT NULL,
    PRIMARY KEY (generation, serial)
) PARTITION BY LIST (generation);
