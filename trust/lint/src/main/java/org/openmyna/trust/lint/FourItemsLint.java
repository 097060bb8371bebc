package org.openmyna.trust.lint;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openmyna.trust.lint.ExpectedCertificate.FourItems;

/** The four items 基本4情報 in subjectAltName (reference 2.4). */
final class FourItemsLint {
    private static final String FIELD = "subjectAltName";

    /** In the order that was observed in real certificates. */
    private enum Item {
        NAME(1, "name"),
        BIRTH_DATE(4, "birthDate"),
        SEX(3, "sex"),
        ADDRESS(5, "address"),
        NAME_SUBSTITUTES(2, "nameSubstitutes"),
        ADDRESS_SUBSTITUTES(6, "addressSubstitutes");

        private final byte[] oid;
        private final String field;

        Item(int last, String field) {
            this.oid = Oids.fourItems(last);
            this.field = FIELD + "." + field;
        }
    }

    private static final Item[] ITEMS = Item.values();

    private final FourItems expected;
    private final Instant issued;

    /**
     * @param issued notBefore of the certificate
     */
    FourItemsLint(FourItems expected, Instant issued) {
        this.expected = expected;
        this.issued = issued;
    }

    ExtensionsLint.Spec spec() {
        return new ExtensionsLint.Spec(FIELD, Oids.SUBJECT_ALT_NAME, false, this::reference2_4);
    }

    private void reference2_4(Der value, Findings findings) throws DerMalformed {
        Der names = value.enter(Der.SEQUENCE, FIELD);
        List<Der> types = new ArrayList<>(ITEMS.length);
        List<Der> values = new ArrayList<>(ITEMS.length);
        while (names.has()) {
            Der other = names.enter(0xA0, "otherName");
            types.add(other.enter(Der.OID, "type-id"));
            values.add(other.enter(0xA0, "value"));
            other.end("otherName");
        }
        if (!complete(types, findings)) {
            return;
        }
        String[] texts = new String[ITEMS.length];
        for (int i = 0; i < ITEMS.length; i++) {
            String text = text(ITEMS[i], values.get(i), findings);
            if (text == null) {
                return;
            }
            texts[i] = text;
        }
        items(texts, findings);
    }

    private static boolean complete(List<Der> types, Findings findings) {
        int known = 0;
        boolean ordered = types.size() == ITEMS.length;
        for (int i = 0; i < types.size(); i++) {
            int at = i;
            for (Item item : ITEMS) {
                if (types.get(at).same(item.oid)) {
                    known |= 1 << item.ordinal();
                    ordered &= item.ordinal() == at;
                }
            }
        }
        boolean all = types.size() == ITEMS.length && known == (1 << ITEMS.length) - 1;
        if (!all || !ordered) {
            findings.add(
                    all ? FourItemsRule.ORDER : FourItemsRule.SET,
                    FIELD,
                    ".1 .4 .3 .5 .2 .6",
                    types.stream().map(Oids::dotted).toList().toString());
        }
        return all && ordered;
    }

    private static @Nullable String text(Item item, Der value, Findings findings)
            throws DerMalformed {
        int type = value.tag();
        Der content = value.any(item.field);
        value.end(item.field);
        if (type != Der.UTF8_STRING) {
            findings.add(FourItemsRule.STRING_TYPE, item.field, "0C", Der.hex(type));
            return null;
        }
        try {
            return content.utf8(item.field);
        } catch (DerMalformed e) {
            findings.add(FourItemsRule.UTF8, item.field, "UTF-8", "other bytes");
            return null;
        }
    }

    private void items(String[] texts, Findings findings) {
        int before = findings.count();
        String name = texts[Item.NAME.ordinal()];
        String address = texts[Item.ADDRESS.ordinal()];
        CertifiedTextLint.text(name, Item.NAME.field, findings);
        CertifiedTextLint.text(address, Item.ADDRESS.field, findings);
        CertifiedTextLint.substitutes(
                texts[Item.NAME_SUBSTITUTES.ordinal()],
                name,
                Item.NAME_SUBSTITUTES.field,
                findings);
        CertifiedTextLint.substitutes(
                texts[Item.ADDRESS_SUBSTITUTES.ordinal()],
                address,
                Item.ADDRESS_SUBSTITUTES.field,
                findings);
        String sex = texts[Item.SEX.ordinal()];
        if (sex.length() != 1 || sex.charAt(0) < '1' || sex.charAt(0) > '3') {
            findings.add(FourItemsRule.SEX, Item.SEX.field, "1, 2 or 3", "something else");
        }
        BirthDateLint.check(
                texts[Item.BIRTH_DATE.ordinal()], issued, Item.BIRTH_DATE.field, findings);
        if (findings.count() == before) {
            asAppliedFor(texts, findings);
        }
    }

    private void asAppliedFor(String[] texts, Findings findings) {
        for (Item item : ITEMS) {
            String wanted =
                    switch (item) {
                        case NAME -> expected.name();
                        case BIRTH_DATE -> expected.birthDate();
                        case SEX -> expected.sex();
                        case ADDRESS -> expected.address();
                        case NAME_SUBSTITUTES -> expected.nameSubstitutes();
                        case ADDRESS_SUBSTITUTES -> expected.addressSubstitutes();
                    };
            String found = texts[item.ordinal()];
            if (!found.equals(wanted)) {
                findings.add(
                        FourItemsRule.VALUE,
                        item.field,
                        wanted.length() + " characters as applied for",
                        found.length() + " characters, other ones");
            }
        }
    }
}
