-- J-LIS's two CAs: key generations, certificates, who holds what.
-- ca: 1 署名用 (signature), 2 利用者証明用 (user authentication). Serials are unsigned, big-endian, without leading zeros.
-- All moments are legal time (Japan's clock as the country has it), in whole seconds.
-- Whoever changes certificate or holding has locked legal_clock before: these rows change one transaction after the other.

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

-- The public halves of keys that are not generations: 'log' signs the heads of the status log.
CREATE TABLE public_key (
    key_name text  PRIMARY KEY,
    spki     bytea NOT NULL                              -- SubjectPublicKeyInfo
);

-- state: 1 reserved, 2 certified, 3 written, 4 active, 5 discarded. revoked_reason and revoked_at are for the engine's own
-- decisions; what verifiers are told comes from the status log alone.
-- A partition for each generation is made in its ceremony.
CREATE TABLE certificate (
    generation     smallint    NOT NULL,
    serial         bytea       NOT NULL,
    state          smallint    NOT NULL CHECK (state BETWEEN 1 AND 5),
    request_id     text        NOT NULL,
    holder         text        NOT NULL,
    office         char(5)     NOT NULL,                 -- municipality of issue, without check digit
    point          text        NOT NULL,                 -- prefecture/municipality of the distribution point
    medium         smallint    NOT NULL,                 -- 1 card, 2 phone
    replacing      smallint,                             -- reason with which the holder's present one is revoked at activation
    not_before     timestamptz,
    not_after      timestamptz,
    common_name    text,
    der            bytea,
    revoked_reason smallint,
    revoked_at     timestamptz,
    changed_at     timestamptz NOT NULL,
    PRIMARY KEY (generation, serial)
) PARTITION BY LIST (generation);
CREATE UNIQUE INDEX certificate_request ON certificate (request_id, generation);
CREATE UNIQUE INDEX certificate_name ON certificate (common_name, generation);
CREATE INDEX certificate_holder ON certificate (holder);
CREATE INDEX certificate_unfinished ON certificate (generation, serial) WHERE state < 4;

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
