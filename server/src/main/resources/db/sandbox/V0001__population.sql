-- The test population of this country: how it was ordered, and how far it is. One row, made at the
-- first start; a later start goes on with it, whatever is wished then.
CREATE TABLE population (
    only_one boolean PRIMARY KEY DEFAULT true CHECK (only_one),
    seed     bigint NOT NULL,
    people   bigint NOT NULL CHECK (people >= 0),
    day      date NOT NULL,
    loaded   boolean NOT NULL DEFAULT false,
    -- of those to whom something happens after they are loaded: how many are done
    stories  integer NOT NULL DEFAULT 0 CHECK (stories >= 0),
    begun_at timestamptz NOT NULL DEFAULT now()
);
