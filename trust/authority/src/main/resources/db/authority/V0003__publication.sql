-- OCSP responders, registered verifiers, published revocation lists.

-- Delegated responder certificates; the private key is sealed (AES-GCM) under a secret that is not in the database.
-- The key of one whose time is over is emptied.
CREATE TABLE responder (
    generation  smallint    NOT NULL,
    serial      bytea       NOT NULL,
    certificate bytea       NOT NULL,
    sealed_key  bytea       NOT NULL,
    not_before  timestamptz NOT NULL,
    not_after   timestamptz NOT NULL,
    PRIMARY KEY (generation, serial)
);

-- The minister's approval register (公的個人認証法 17 条・36 条).
CREATE TABLE verifier (
    verifier           text        PRIMARY KEY,
    kind               text        NOT NULL,
    name               text        NOT NULL,
    certificate_sha256 bytea       NOT NULL UNIQUE,
    state              text        NOT NULL CHECK (state IN ('ACTIVE', 'SUSPENDED', 'REFUSED')),
    since              timestamptz NOT NULL
);

CREATE TABLE revocation_list (
    generation  smallint    NOT NULL,
    point       text        NOT NULL,      -- '*' for the full list
    number      bigint      NOT NULL,      -- cRLNumber, one counter a generation; lists made together share it
    position    bigint      NOT NULL,      -- of the log it tells
    this_update timestamptz NOT NULL,
    next_update timestamptz NOT NULL,
    entries     integer     NOT NULL,
    bytes       bigint      NOT NULL,
    sha256      bytea       NOT NULL,
    day         date,                      -- the day in Japan whose regular list it is; null when made on demand
    file_kept   boolean     NOT NULL,      -- whether the numbered file is still in the folder
    PRIMARY KEY (generation, point, number)
);
CREATE INDEX revocation_list_number ON revocation_list (generation, number);
CREATE INDEX revocation_list_file ON revocation_list (next_update) WHERE file_kept;

-- Which points have certificates: read from the log, up to the position in list_point_known.
CREATE TABLE list_point (
    generation smallint NOT NULL,
    point      text     NOT NULL,
    PRIMARY KEY (generation, point)
);
CREATE TABLE list_point_known (
    only_one boolean PRIMARY KEY DEFAULT true CHECK (only_one),
    position bigint  NOT NULL
);
INSERT INTO list_point_known (position) VALUES (0);
