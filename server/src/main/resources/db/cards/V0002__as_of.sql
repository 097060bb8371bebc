-- Legal time of the register when it was read for this card: what it shows since then, or since earlier, is on the card.
-- Cards of earlier programs show nothing that is told from now on.
ALTER TABLE card ADD COLUMN as_of timestamptz NOT NULL DEFAULT '-infinity';
