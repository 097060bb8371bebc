-- The append-only access log of this organisation. The same file in every organisation that keeps one.

-- Committed with the act itself; the sequencer moves rows on to audit_log.
CREATE TABLE audit_inbox (
    id         bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    real_time  timestamptz NOT NULL,
    legal_time timestamptz NOT NULL,
    caller     text        NOT NULL,       -- organisation
    officer    text        NOT NULL,
    procedure  text        NOT NULL,
    case_id    text        NOT NULL,
    operation  text        NOT NULL,
    subject    text        NOT NULL,       -- opaque; never a My Number
    outcome    text        NOT NULL        -- DONE, another word, or the code of a refusal
)
-- a queue is mostly rows that are gone: they are cleared away by number, not by share
WITH (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 10000);

CREATE TABLE audit_log (
    position   bigint      PRIMARY KEY,    -- 1, 2, 3 … without a gap
    real_time  timestamptz NOT NULL,
    legal_time timestamptz NOT NULL,
    caller     text        NOT NULL,
    officer    text        NOT NULL,
    procedure  text        NOT NULL,
    case_id    text        NOT NULL,
    operation  text        NOT NULL,
    subject    text        NOT NULL,
    outcome    text        NOT NULL,
    hash       bytea       NOT NULL        -- SHA-256(hash before || the entry's written form)
);
CREATE INDEX audit_log_subject ON audit_log (subject, position) WHERE subject <> '';
CREATE INDEX audit_log_officer ON audit_log (officer, position) WHERE officer <> '';
CREATE INDEX audit_log_time ON audit_log USING brin (real_time);

-- The newest alone: the chain holds what was before it.
CREATE TABLE audit_head (
    only_one  boolean     PRIMARY KEY DEFAULT true CHECK (only_one),
    position  bigint      NOT NULL,
    hash      bytea       NOT NULL,
    signed_at timestamptz NOT NULL,        -- real time
    signature bytea       NOT NULL
);

-- Against mistakes of our own. Whoever owns the tables can take it away; then the chain tells.
CREATE FUNCTION audit_log_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'the access log is append-only';
END
$$;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_log
    FOR EACH STATEMENT EXECUTE FUNCTION audit_log_is_append_only();
