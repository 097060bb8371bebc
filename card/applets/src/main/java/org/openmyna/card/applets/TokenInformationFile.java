package org.openmyna.card.applets;

/**
 * EF 0006, token information (トークン情報): a PKCS#11 CK_TOKEN_INFO, text padded with blanks, numbers
 * big-endian.
 *
 * <p>Sixteen octets a row. Rows 0 and 1 are the label, 2 and 3 the manufacturer id, 4 the model, 5
 * the serial number. Row 6: flags (random generator, login required, user PIN and token
 * initialised), sessions at most and open, writing sessions at most. Row 7: writing sessions open,
 * PIN length at most and at least, then memory sizes, which are not told, into row 8. Hardware and
 * firmware version end row 8; row 9 is the time of a card without a clock.
 */
final class TokenInformationFile extends DataFile {

    TokenInformationFile(short id) {
        super(
                id,
                new Openers(),
                new byte[] {
                    'J', 'P', 'K', 'I', 'A', 'P', 'I', 'C', 'C', 'T', 'O', 'K', 'E', 'N', '2', ' ',
                    ' ', ' ', ' ', ' ', ' ', ' ', ' ', ' ', ' ', ' ', ' ', ' ', ' ', ' ', ' ', ' ',
                    '0', '0', '0', '0', '0', '0', '0', '0', '0', '0', '0', '0', '0', '0', '0', '0',
                    '0', '0', '0', '0', '0', '0', '0', '0', '0', '0', '0', '0', '0', '0', '0', '1',
                    'E', '1', '6', 'R', '0', '1', 'N', 'J', ' ', ' ', ' ', ' ', ' ', ' ', ' ', ' ',
                    '0', '0', '0', '0', '0', '0', '0', '0', '2', '0', '5', '0', '0', '0', '0', '3',
                    0, 0, 4, 0x0D, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 16, 0,
                    0, 0, 6, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, '0',
                    '3', '0', '1', '9', '9', '9', '9', '9', '9', '9', '9', '9', '9', '9', '9', '9',
                    '9', '9', '9'
                });
    }
}
