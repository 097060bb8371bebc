-- What is printed on the front and nowhere in the certificates, for the picture of a test person's card.
ALTER TABLE card ADD COLUMN security_code char(4);
ALTER TABLE card ADD COLUMN printed_serial char(16);
