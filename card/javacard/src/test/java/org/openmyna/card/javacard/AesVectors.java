package org.openmyna.card.javacard;

import java.util.HexFormat;
import java.util.List;

/**
 * Published examples: NIST SP 800-38A appendix F.1 and F.2, SP 800-38B appendix D (for 128 bits the
 * same as RFC 4493 4). All work on one message and three keys.
 */
final class AesVectors {
    private static final String MESSAGE =
            "6bc1bee22e409f96e93d7e117393172aae2d8a571e03ac9c9eb76fac45af8e51"
                    + "30c81c46a35ce411e5fbc1191a0a52eff69f2445df4f9b17ad2b417be66c3710";

    static final byte[] INITIAL_VECTOR = bytes("000102030405060708090a0b0c0d0e0f");

    static final List<Example> EXAMPLES =
            List.of(
                    new Example(
                            "2b7e151628aed2a6abf7158809cf4f3c",
                            "3ad77bb40d7a3660a89ecaf32466ef97f5d3d58503b9699de785895a96fdbaaf"
                                    + "43b1cd7f598ece23881b00e3ed0306887b0c785e27e8ad3f8223207104725dd4",
                            "7649abac8119b246cee98e9b12e9197d5086cb9b507219ee95db113a917678b2"
                                    + "73bed6b8e3c1743b7116e69e222295163ff1caa1681fac09120eca307586e1a7",
                            "bb1d6929e95937287fa37d129b756746",
                            "070a16b46b4d4144f79bdd9dd04a287c",
                            "dfa66747de9ae63030ca32611497c827",
                            "51f0bebf7e3b9d92fc49741779363cfe"),
                    new Example(
                            "8e73b0f7da0e6452c810f32b809079e562f8ead2522c6b7b",
                            "bd334f1d6e45f25ff712a214571fa5cc974104846d0ad3ad7734ecb3ecee4eef"
                                    + "ef7afd2270e2e60adce0ba2face6444e9a4b41ba738d6c72fb16691603c18e0e",
                            "4f021db243bc633d7178183a9fa071e8b4d9ada9ad7dedf4e5e738763f69145a"
                                    + "571b242012fb7ae07fa9baac3df102e008b0e27988598881d920a9e64f5615cd",
                            "d17ddf46adaacde531cac483de7a9367",
                            "9e99a7bf31e710900662f65e617c5184",
                            "8a1de5be2eb31aad089a82e6ee908b0e",
                            "a1d5df0eed790f794d77589659f39a11"),
                    new Example(
                            "603deb1015ca71be2b73aef0857d77811f352c073b6108d72d9810a30914dff4",
                            "f3eed1bdb5d2a03c064b5a7e3db181f8591ccb10d410ed26dc5ba74a31362870"
                                    + "b6ed21b99ca6f4f9f153e7b1beafed1d23304b7a39f9f3ff067d8d8f9e24ecc7",
                            "f58c4c04d6e5f1ba779eabfb5f7bfbd69cfc4e967edb808d679f777bc6702c7d"
                                    + "39f23369a9d9bacfa530e26304231461b2eb05e2c39be9fcda6c19078c6a9d1b",
                            "028962f61b7bf89efc6b551f4667d983",
                            "28a7023f452e8f82bd4bf28d8c37c35c",
                            "aaf3d8f1de5640c232f5b169b9c911e6",
                            "e1992190549f6ed5696a2c056c315410"));

    private AesVectors() {}

    /** One key, the whole message in both modes, and the MACs of its first 0, 16, 40, 64 bytes. */
    record Example(String keyHex, String ecb, String cbc, String... macs) {
        byte[] key() {
            return bytes(keyHex);
        }

        @Override
        public String toString() {
            return "AES-" + keyHex.length() * 4;
        }
    }

    static byte[] message() {
        return bytes(MESSAGE);
    }

    static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex);
    }
}
