-- Cards of a test country. Nobody is named here: a person is a number of the register, and the holder is the name
-- that the authorities know, which follows from the record code under a key of the issuer.

CREATE TABLE card (
    id                       bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    person                   bigint      NOT NULL,
    holder                   text        NOT NULL,
    -- of the image in the drawer
    name                     text        NOT NULL,
    -- MAKING: nothing is good yet. DELIVERING: decided; its certificates are becoming good. LIVING.
    -- LAPSED: has no force any more (失効). DISCARDED: was thrown away before delivery.
    state                    text        NOT NULL
                             CHECK (state IN ('MAKING', 'DELIVERING', 'LIVING', 'LAPSED', 'DISCARDED')),
    -- the register has changed since: the card shows what was (継続利用・券面更新)
    needs_update             boolean     NOT NULL DEFAULT false,
    -- of the register, when it was read for this card
    version                  bigint      NOT NULL,
    last_day                 date,
    user_authentication_serial text,
    user_authentication_end  timestamptz,
    signature_serial         text,
    signature_end            timestamptz,
    -- legal time
    made_on                  timestamptz,
    lapsed_on                timestamptz,
    -- real time
    begun_at                 timestamptz NOT NULL,
    changed_at               timestamptz NOT NULL,
    CHECK (state IN ('MAKING', 'DISCARDED')
           OR (last_day IS NOT NULL AND user_authentication_serial IS NOT NULL
               AND user_authentication_end IS NOT NULL AND made_on IS NOT NULL)),
    CHECK ((signature_serial IS NULL) = (signature_end IS NULL)),
    CHECK ((state = 'LAPSED') = (lapsed_on IS NOT NULL))
);

-- nobody has two cards, whoever makes them at once
CREATE UNIQUE INDEX card_of_person ON card (person) WHERE state IN ('MAKING', 'DELIVERING', 'LIVING');
CREATE UNIQUE INDEX card_name ON card (name) WHERE state <> 'DISCARDED';
CREATE INDEX card_of_holder ON card (holder) WHERE state IN ('MAKING', 'DELIVERING', 'LIVING');
CREATE INDEX card_unfinished ON card (id) WHERE state IN ('MAKING', 'DELIVERING');
CREATE INDEX card_last_day ON card (last_day) WHERE state = 'LIVING';
CREATE INDEX card_user_authentication_end ON card (user_authentication_end) WHERE state = 'LIVING';
CREATE INDEX card_signature_end ON card (signature_end) WHERE state = 'LIVING' AND NOT needs_update;

-- What the register told and what was done about it: told again, nothing happens.
CREATE TABLE resident_change (
    key      text        PRIMARY KEY,
    holder   text        NOT NULL,
    ends     text        NOT NULL,
    -- real time
    told_at  timestamptz NOT NULL
);

CREATE INDEX resident_change_told ON resident_change (told_at);
