-- The residents' register: who lives where, on two axes of time.
-- valid_from, valid_to: days in the world, the second exclusive. known_from, known_to: legal time of recording, the second
-- exclusive. 'infinity' is until further notice. Rows of version, notice and record_code are never overwritten: a version gets its
-- known_to, a notice its cancelled_by, once.
-- Whoever writes about a person has locked the rows of person of everybody concerned, in the order of their ids.

CREATE SEQUENCE person_id;
CREATE SEQUENCE household_id;     -- a household is what its members say: it has no row
CREATE SEQUENCE notice_id;
CREATE SEQUENCE change_id;        -- versions and codes alike: what is greater came later to the person

CREATE TABLE person (
    id           bigint   PRIMARY KEY,
    record_code  char(11) NOT NULL,
    number_token text                                   -- instead of a My Number; none until it is assigned
);

-- Every code that was ever given: none is given twice.
CREATE TABLE record_code (
    code     char(11)    PRIMARY KEY,
    person   bigint      NOT NULL,
    change   bigint      NOT NULL DEFAULT nextval('change_id'),
    given_at timestamptz NOT NULL                       -- legal time
);
CREATE INDEX record_code_person ON record_code (person);

CREATE TABLE notice (
    id            bigint      PRIMARY KEY,
    kind          text        NOT NULL,
    event         jsonb       NOT NULL,
    effective_on  date        NOT NULL,
    notified_on   date        NOT NULL,
    recorded_at   timestamptz NOT NULL,                 -- legal time
    recorded_real timestamptz NOT NULL DEFAULT clock_timestamp(),
    officer       text        NOT NULL,
    municipality  char(6)     NOT NULL,
    people        bigint[]    NOT NULL,                 -- everybody in it, newcomers too
    newcomers     bigint[]    NOT NULL,                 -- in the order of the event
    household     bigint,                               -- that comes into being by it
    effects       jsonb       NOT NULL,
    call_key      text        NOT NULL UNIQUE,
    cancelled_by  bigint
);

CREATE TABLE notice_person (
    person       bigint  NOT NULL,
    notice       bigint  NOT NULL,
    effective_on date    NOT NULL,
    cancelled    boolean NOT NULL DEFAULT false,
    PRIMARY KEY (person, notice)
);

CREATE TABLE version (
    id           bigint      NOT NULL DEFAULT nextval('change_id'),
    person       bigint      NOT NULL,
    valid_from   date        NOT NULL,
    valid_to     date        NOT NULL,
    known_from   timestamptz NOT NULL,
    known_to     timestamptz NOT NULL DEFAULT 'infinity',
    notice       bigint      NOT NULL,                  -- that wrote it; 0: loaded
    ahead        boolean     NOT NULL,                  -- cards are told when valid_from has come
    standing     smallint    NOT NULL,                  -- 0 resident, 1 moved out, 2 abroad, 3 dead, 4 removed
    municipality char(6)     NOT NULL,
    household    bigint,
    relationship text        NOT NULL,
    name         text        NOT NULL,
    furigana     text,
    birth        char(9)     NOT NULL,                  -- era digit, Gregorian year, month, day; zeros where unknown
    sex          smallint    NOT NULL,
    address      text        NOT NULL,
    name_key     text        NOT NULL,                  -- without blanks, usual glyphs
    furigana_key text        NOT NULL,
    rest         jsonb       NOT NULL,
    PRIMARY KEY (person, id),
    CHECK (valid_from < valid_to)
);
CREATE INDEX version_household ON version (household) WHERE known_to = 'infinity' AND household IS NOT NULL;
CREATE INDEX version_name ON version (municipality, name_key text_pattern_ops) WHERE known_to = 'infinity';
CREATE INDEX version_furigana ON version (municipality, furigana_key text_pattern_ops) WHERE known_to = 'infinity';
CREATE INDEX version_birth ON version (municipality, birth, name_key text_pattern_ops) WHERE known_to = 'infinity';
CREATE INDEX version_away ON version (name_key text_pattern_ops, birth) WHERE known_to = 'infinity' AND standing <> 0;
CREATE INDEX version_ahead ON version (valid_from) WHERE known_to = 'infinity' AND ahead;

-- Measures of protection (支援措置): why is nowhere recorded.
CREATE TABLE protection (
    person       bigint      NOT NULL,
    municipality char(6)     NOT NULL,
    from_day     date        NOT NULL,
    until_day    date        NOT NULL,                  -- last day
    known_from   timestamptz NOT NULL,
    known_to     timestamptz NOT NULL DEFAULT 'infinity',
    officer      text        NOT NULL,
    PRIMARY KEY (person, known_from)
);

-- What happens by itself when its last day is over, unless it is averted; one of each kind for a person.
CREATE TABLE deadline (
    person   bigint  NOT NULL,
    kind     text    NOT NULL,
    last_day date    NOT NULL,
    law      text    NOT NULL,
    notice   bigint  NOT NULL,                          -- that it follows from; 0: none
    fired    boolean NOT NULL DEFAULT false,
    PRIMARY KEY (person, kind)
);
CREATE INDEX deadline_day ON deadline (last_day) WHERE NOT fired;

-- The last legal day whose changes were told to cards.
CREATE TABLE progress (
    only_row     boolean PRIMARY KEY DEFAULT true CHECK (only_row),
    told_through date    NOT NULL
);

-- db-scheduler's own table, as its documentation has it.
CREATE TABLE scheduled_tasks (
    task_name            text        NOT NULL,
    task_instance        text        NOT NULL,
    task_data            bytea,
    execution_time       timestamptz NOT NULL,
    picked               boolean     NOT NULL,
    picked_by            text,
    last_success         timestamptz,
    last_failure         timestamptz,
    consecutive_failures int,
    last_heartbeat       timestamptz,
    version              bigint      NOT NULL,
    priority             smallint,
    PRIMARY KEY (task_name, task_instance)
);
CREATE INDEX scheduled_tasks_due ON scheduled_tasks (execution_time);
CREATE INDEX scheduled_tasks_heartbeat ON scheduled_tasks (last_heartbeat) WHERE picked;
