-- Whose card a certificate is on, for whoever has read it from the chip.
CREATE INDEX card_user_authentication_serial ON card (user_authentication_serial)
    WHERE state = 'LIVING';
