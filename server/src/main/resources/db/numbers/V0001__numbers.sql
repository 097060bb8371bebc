-- My Numbers and Corporate Numbers. No My Number and no record code stands here in plain: each is
-- encrypted (AES-256-GCM: 12 bytes of chance, the text, 16 bytes of tag) beside a blind index
-- (the first 16 bytes of HMAC-SHA256). The keys are outside the database.

-- What this database was begun with; another mode or other keys are refused.
CREATE TABLE keeper (
    only_one    boolean PRIMARY KEY DEFAULT true CHECK (only_one),
    mode        text    NOT NULL,
    fingerprint bytea   NOT NULL
);

CREATE TABLE encryption_key (
    key_id      smallint PRIMARY KEY,
    fingerprint bytea    NOT NULL
);

CREATE SEQUENCE person_id;

CREATE TABLE person (
    person     bigint   PRIMARY KEY,       -- from person_id; what tokens are made of
    code_index bytea    NOT NULL UNIQUE,   -- of the present resident record code
    code       bytea    NOT NULL,
    key_id     smallint NOT NULL
);

-- Codes that people had before: never anybody else's.
CREATE TABLE former_code (
    code_index bytea  PRIMARY KEY,
    person     bigint NOT NULL
);

-- All that were ever assigned: the primary key keeps an old number from being used again.
CREATE TABLE number (
    number_index bytea       PRIMARY KEY,
    person       bigint      NOT NULL,
    number       bytea       NOT NULL,
    key_id       smallint    NOT NULL,
    draw         integer     NOT NULL,     -- tweak that it was made with
    changes      integer     NOT NULL,     -- 0 for a person's first
    origin       text        NOT NULL,     -- ASSIGNED, ADOPTED, CHANGED_ON_REQUEST, CHANGED_EX_OFFICIO
    assigned_at  timestamptz NOT NULL,     -- legal time
    recorded_at  timestamptz NOT NULL,     -- real time
    ended_at     timestamptz,              -- legal time; none for the number in use
    by_call      text                      -- caller and key of the call that changed it
);
CREATE UNIQUE INDEX number_in_use ON number (person) WHERE ended_at IS NULL;
CREATE INDEX number_ended ON number (person) WHERE ended_at IS NOT NULL;
CREATE UNIQUE INDEX number_by_call ON number (by_call) WHERE by_call IS NOT NULL;

-- Public: anybody may read and print them.
CREATE TABLE corporate_number (
    number      text        PRIMARY KEY,
    name        text        NOT NULL,
    assigned_at timestamptz NOT NULL,      -- legal time
    by_call     text        NOT NULL UNIQUE
);
