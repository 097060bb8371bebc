-- J-LIS's two CAs: key generations, certificates, who holds what.
-- ca: 1 署名用 (signature), 2 利用者証明用 (user authentication). Serials are unsigned, big-endian, without leading zeros.
-- All moments are legal time (Japan's clock as the country has it), in whole seconds.

CREATE TABLE authority (
    ca             smallint    PRIMARY KEY CHECK (ca IN (1, 2)),
    hierarchy      text        NOT NULL CHECK (hierarchy IN ('TEST', 'PRODUCTION')),
    next_serial    bigint      NOT NULL CHECK (next_serial > 0), -- first of the counter that was never handed out
    established_at timestamptz NOT NULL
);

-- A key under the CA's one name. Key material is in the vault, under key_name.
CREATE TABLE generation (
    generation     smallint    PRIMARY KEY,              -- ca * 1000 + number
    ca             smallint    NOT NULL REFERENCES authority,
    number         smallint    NOT NULL,
    algorithm      text        NOT NULL,
    serials        text        NOT NULL CHECK (serials IN ('SEQUENTIAL', 'RANDOM')),
    key_name       text        NOT NULL,
    subject_key_id bytea       NOT NULL UNIQUE,
    certificate    bytea       NOT NULL,
    transcript     text        NOT NULL,                 -- of the ceremony, as printed
    issues_from    timestamptz NOT NULL,                 -- the newest that has begun is the one that issues
    UNIQUE (ca, number)
);

-- state: 1 reserved, 2 certified, 3 written, 4 active, 5 discarded. What was revoked later is in the status log alone.
-- A partition for each generation is made in its ceremony.
CREATE TABLE certificate (
    generation  smallint    NOT NULL,
    serial      bytea       NOT NULL,
    state       smallint    NOT NULL CHECK (state BETWEEN 1 AND 5),
    request_id  text        NOT NULL,
    holder      text        NOT NULL,
    office      char(5)     NOT NULL,                    -- municipality of issue, without check digit
    point       text        NOT NULL,                    -- prefecture/municipality of the distribution point
    medium      smallint    NOT NULL,                    -- 1 card, 2 phone
    replacing   smallint,                                -- reason with which the holder's present one is revoked at activation
    not_before  timestamptz,
    not_after   timestamptz,
    common_name text,
    der         bytea,
    changed_at  timestamptz NOT NULL,
    PRIMARY KEY (generation, serial)
) PARTITION BY LIST (generation);
CREATE UNIQUE INDEX certificate_request ON certificate (generation, request_id);
CREATE INDEX certificate_holder ON certificate (holder);

-- What a person holds of one kind on one medium: at most one living certificate, and one on its way.
CREATE TABLE holding (
    ca                 smallint NOT NULL,
    holder             text     NOT NULL,
    medium             smallint NOT NULL,
    living_generation  smallint,
    living_serial      bytea,
    living_not_after   timestamptz,
    pending_generation smallint,
    pending_serial     bytea,
    pending_request    text,
    PRIMARY KEY (ca, holder, medium)
);
