-- What four items are on it, as a keyed hash: confirmed, never read. Cards of earlier programs have none and are not confirmed.
ALTER TABLE card ADD COLUMN items bytea;
CREATE INDEX card_user_authentication ON card (user_authentication_serial) WHERE items IS NOT NULL;
