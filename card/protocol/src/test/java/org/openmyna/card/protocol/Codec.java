package org.openmyna.card.protocol;

import java.util.List;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/** One kind of file, as the tests over all of them see it. */
record Codec<T>(
        String name,
        Function<RandomGenerator, T> specimen,
        Function<T, byte[]> encode,
        Function<byte[], T> decode) {
    static List<Codec<?>> all() {
        return List.of(
                of("number", Specimens::number, MyNumberFile::encode, MyNumberFile::decode),
                of("items", Specimens::items, FourItemsFile::encode, FourItemsFile::decode),
                of("integrity", Specimens::integrity, IntegrityFile::encode, IntegrityFile::decode),
                of(
                        "form input information",
                        Specimens::formInputInformation,
                        FormInputBasicInformation::encode,
                        FormInputBasicInformation::decode),
                of(
                        "session key",
                        Specimens::sessionKey,
                        SessionPublicKeyFile::encode,
                        SessionPublicKeyFile::decode),
                of(
                        "authentication key",
                        Specimens::authenticationKey,
                        AuthenticationPublicKeyFile::encode,
                        AuthenticationPublicKeyFile::decode),
                of(
                        "certificate",
                        Specimens::certificate,
                        CvCertificate::encode,
                        CvCertificate::decode),
                of("age", Specimens::age, AgeRecord::encode, AgeRecord::decode),
                of("face", Specimens::face, FaceRecord::encode, FaceRecord::decode),
                of(
                        "card face information",
                        Specimens::faceInformation,
                        CardFaceBasicInformation::encode,
                        CardFaceBasicInformation::decode),
                of(
                        "number image",
                        Specimens::numberImage,
                        NumberImageFile::encode,
                        NumberImageFile::decode),
                of("serial", Specimens::serial, CardSerialRecord::encode, CardSerialRecord::decode),
                of(
                        "resident code",
                        Specimens::residentCode,
                        ResidentRecordCodeFile::encode,
                        ResidentRecordCodeFile::decode),
                of(
                        "key reference",
                        Specimens::keyReference,
                        KeyReferenceRecord::encode,
                        KeyReferenceRecord::decode),
                of(
                        "recognition",
                        Specimens::recognition,
                        CardRecognition::encode,
                        CardRecognition::decode));
    }

    private static <T> Codec<T> of(
            String name,
            Function<RandomGenerator, T> specimen,
            Function<T, byte[]> encode,
            Function<byte[], T> decode) {
        return new Codec<>(name, specimen, encode, decode);
    }

    byte[] file(RandomGenerator chance) {
        return encode.apply(specimen.apply(chance));
    }

    byte[] again(byte[] file) {
        return encode.apply(decode.apply(file));
    }

    /** Bytes without filler, by the length in the file's first element; 16 for the bare key id. */
    int contentLength(byte[] file) {
        if (name.equals("key reference")) return file.length;
        int at = (file[0] & 0x1F) == 0x1F ? 2 : 1;
        int first = file[at] & 0xFF;
        if (first < 0x80) return at + 1 + first;
        if (first == 0x81) return at + 2 + (file[at + 1] & 0xFF);
        return at + 3 + (((file[at + 1] & 0xFF) << 8) | (file[at + 2] & 0xFF));
    }

    @Override
    public String toString() {
        return name;
    }
}
