package org.openmyna.card.protocol;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** A file of one application of the card: data, records, PIN or key alike. */
public sealed interface CardFile
        permits JpkiFile, FormInputFile, CardFaceFile, JukiFile, CommonFile {
    /** What commands a file understands. */
    enum Kind {
        /** Transparent data (WEF): READ BINARY. */
        DATA,
        /** Numbered records (WEF): READ RECORD. */
        RECORDS,
        /** Reference data (IEF): VERIFY, CHANGE REFERENCE DATA; never readable. */
        PIN,
        /**
         * Private key (IEF): COMPUTE DIGITAL SIGNATURE or INTERNAL AUTHENTICATE; never readable.
         */
        KEY
    }

    /** What is fixed about a file. */
    record Layout(int id, Kind kind, OptionalInt physicalLength) {}

    /** The name of the constant. */
    String name();

    CardApplication application();

    /** What {@link #id}, {@link #kind} and {@link #physicalLength} answer. */
    Layout layout();

    /** File identifier, two bytes. */
    default int id() {
        return layout().id();
    }

    default Kind kind() {
        return layout().kind();
    }

    /**
     * Length in bytes that a card of OpenMyna gives the file, filler included. Empty for PINs, keys
     * and record files, and where it depends on the certificates. Other cards may differ.
     */
    default OptionalInt physicalLength() {
        return layout().physicalLength();
    }

    /** Short identifier (SFI): the low five bits of the file identifier. */
    default int shortId() {
        return id() & 0x1F;
    }

    /** For messages: application and identifier, such as {@code FORM_INPUT 0003}. */
    default String label() {
        return "%s %04X".formatted(application(), id());
    }

    /**
     * The content with filler {@code FF} up to the physical length; unchanged where there is none.
     *
     * @throws CardFileMalformed if the content is longer than the file
     */
    default byte[] padded(byte[] content) {
        int length = physicalLength().orElse(content.length);
        if (content.length > length) {
            throw new CardFileMalformed(
                    label(),
                    content.length + " bytes do not fit into a file of " + length + " bytes");
        }
        byte[] file = Arrays.copyOf(content, length);
        Arrays.fill(file, content.length, length, (byte) 0xFF);
        return file;
    }

    /**
     * All files of an application, in the order of their identifiers; none for the card manager.
     */
    static List<CardFile> of(CardApplication application) {
        return switch (application) {
            case ISSUER_SECURITY_DOMAIN -> List.of();
            case JPKI -> List.of(JpkiFile.values());
            case FORM_INPUT -> List.of(FormInputFile.values());
            case CARD_FACE -> List.of(CardFaceFile.values());
            case JUKI -> List.of(JukiFile.values());
            case COMMON -> List.of(CommonFile.values());
        };
    }

    /** The file with this identifier, if the application is known to have one. */
    static Optional<CardFile> of(CardApplication application, int id) {
        return of(application).stream().filter(file -> file.id() == id).findFirst();
    }
}
