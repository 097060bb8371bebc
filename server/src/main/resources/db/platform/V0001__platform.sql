-- Who may ask the platform for logins, and the logins themselves. Tokens and codes are known by their SHA-256 alone.

-- What a party can be, by the law; dated.
CREATE TABLE party_kind (
    kind       text        NOT NULL,
    law        text        NOT NULL,
    valid_from timestamptz NOT NULL,
    valid_to   timestamptz,
    PRIMARY KEY (kind, valid_from)
);
INSERT INTO party_kind (kind, law, valid_from) VALUES
    ('ADMINISTRATIVE',     '公的個人認証法36条1項1号',              '2016-01-01T00:00:00+09'),
    ('COURT',              '公的個人認証法36条1項2号',              '2016-01-01T00:00:00+09'),
    ('DESIGNATED_BODY',    '公的個人認証法36条1項3号',              '2016-01-01T00:00:00+09'),
    ('CERTIFIER',          '公的個人認証法36条1項4号・5号',         '2016-01-01T00:00:00+09'),
    ('PLATFORM_OPERATOR',  '公的個人認証法36条1項6号（主務大臣認定）', '2016-01-01T00:00:00+09'),
    ('SERVICE_PROVIDER',   '公的個人認証法施行規則29条1項',          '2016-01-01T00:00:00+09');

CREATE TABLE party (
    id         text        PRIMARY KEY,
    kind       text        NOT NULL,
    name_ja    text        NOT NULL,
    name_en    text        NOT NULL,
    -- real time
    entered_at timestamptz NOT NULL
);

-- Legal time; the end is exclusive.
CREATE TABLE approval (
    id         bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    party      text        NOT NULL REFERENCES party,
    law        text        NOT NULL,
    valid_from timestamptz NOT NULL,
    valid_to   timestamptz,
    entered_at timestamptz NOT NULL
);
CREATE INDEX approval_party ON approval (party);

CREATE TABLE client (
    id           text        PRIMARY KEY,
    party        text        NOT NULL REFERENCES party,
    name_ja      text        NOT NULL,
    name_en      text        NOT NULL,
    redirects    text[]      NOT NULL,
    logouts      text[]      NOT NULL,
    -- public keys of private_key_jwt (RFC 7517)
    jwks         text        NOT NULL,
    -- OpenID Connect Core 8.1: subjects are made for this host
    sector       text        NOT NULL,
    entered_at   timestamptz NOT NULL
);
CREATE INDEX client_party ON client (party);

-- Of a whole party or of one of its clients; legal time, lifted at its end.
CREATE TABLE suspension (
    id         bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    party      text        NOT NULL REFERENCES party,
    client     text        REFERENCES client,
    reason     text        NOT NULL,
    law        text        NOT NULL,
    valid_from timestamptz NOT NULL,
    valid_to   timestamptz,
    entered_at timestamptz NOT NULL
);
CREATE INDEX suspension_party ON suspension (party);

-- Of each secret that is kept in a file: an HMAC with it over a fixed text, so that a file that was lost or exchanged is found out.
CREATE TABLE secret_check (
    secret      text  PRIMARY KEY,
    check_value bytea NOT NULL
);

-- Somebody, by the certificates that were theirs. No name: the person is this number.
CREATE TABLE person (
    id         uuid        PRIMARY KEY,
    first_seen timestamptz NOT NULL
);
CREATE TABLE person_certificate (
    serial text NOT NULL PRIMARY KEY,
    person uuid NOT NULL REFERENCES person
);

CREATE TABLE card_login (
    id               text        PRIMARY KEY,
    -- SHA-256 of what the browser that began holds
    browser          bytea       NOT NULL,
    client           text        NOT NULL,
    scopes           text[]      NOT NULL,
    -- the authorization request, as a query
    request          text        NOT NULL,
    challenge        bytea       NOT NULL,
    challenge_id     text        NOT NULL UNIQUE,
    -- six digits, for an agent on another device
    code             text        NOT NULL,
    code_tries       smallint    NOT NULL DEFAULT 0,
    cross_device     boolean     NOT NULL DEFAULT false,
    consented        boolean     NOT NULL DEFAULT false,
    challenge_used   boolean     NOT NULL DEFAULT false,
    state            text        NOT NULL DEFAULT 'WAITING'
                     CHECK (state IN ('WAITING', 'ANSWERED', 'CANCELLED', 'FAILED', 'USED')),
    -- SHA-256 of what only the redirect of the agent carries
    return_code      bytea,
    person           uuid,
    -- four items, enciphered
    items            bytea,
    -- what failed, for the failure page (JSON)
    failure          text,
    -- real time
    authenticated_at timestamptz,
    created_at       timestamptz NOT NULL,
    expires_at       timestamptz NOT NULL,
    CHECK (state NOT IN ('ANSWERED', 'USED') OR (person IS NOT NULL AND authenticated_at IS NOT NULL))
)
-- a login takes four more steps within a minute: room beside the row, so that no index hears of them
WITH (fillfactor = 50);
CREATE INDEX card_login_end ON card_login (expires_at);

CREATE TABLE login_grant (
    id               text        PRIMARY KEY,
    client           text        NOT NULL,
    person           uuid        NOT NULL,
    authenticated_at timestamptz NOT NULL,
    scopes           text[]      NOT NULL,
    -- the authorization request (JSON)
    request          text        NOT NULL,
    items            bytea,
    version          integer     NOT NULL DEFAULT 1,
    code             bytea       NOT NULL UNIQUE,
    code_issued      timestamptz NOT NULL,
    code_expires     timestamptz NOT NULL,
    code_used        boolean     NOT NULL DEFAULT false,
    access           bytea,
    access_issued    timestamptz,
    access_expires   timestamptz,
    access_ended     boolean     NOT NULL DEFAULT false,
    refresh          bytea,
    refresh_issued   timestamptz,
    refresh_expires  timestamptz,
    refresh_ended    boolean     NOT NULL DEFAULT false,
    id_token         bytea,
    id_token_first   bytea,
    id_token_issued  timestamptz,
    id_token_expires timestamptz
);
CREATE UNIQUE INDEX login_grant_access ON login_grant (access);
CREATE UNIQUE INDEX login_grant_refresh ON login_grant (refresh);
CREATE INDEX login_grant_id_token ON login_grant (id_token);
CREATE INDEX login_grant_id_token_first ON login_grant (id_token_first);
-- what is forgotten every half minute is found without reading the rest
CREATE INDEX login_grant_items_end ON login_grant ((COALESCE(access_expires, code_expires)))
    WHERE items IS NOT NULL;
CREATE INDEX login_grant_end ON login_grant
    ((COALESCE(GREATEST(access_expires, refresh_expires, id_token_expires), code_expires)));

-- RFC 9700 4.14: a refresh token that was exchanged and comes again ends its grant, however often was exchanged since.
CREATE TABLE refresh_used (
    token       bytea       PRIMARY KEY,
    login_grant text        NOT NULL REFERENCES login_grant ON DELETE CASCADE,
    expires_at  timestamptz NOT NULL
);
CREATE INDEX refresh_used_grant ON refresh_used (login_grant);
CREATE INDEX refresh_used_end ON refresh_used (expires_at);

-- RFC 9126
CREATE TABLE pushed_request (
    state      bytea       PRIMARY KEY,
    id         text        NOT NULL UNIQUE,
    client     text        NOT NULL,
    request    text        NOT NULL,
    expires_at timestamptz NOT NULL
);

-- RFC 7523 3 (7): an assertion is used once.
CREATE TABLE assertion_used (
    name       bytea       PRIMARY KEY,
    expires_at timestamptz NOT NULL
);
