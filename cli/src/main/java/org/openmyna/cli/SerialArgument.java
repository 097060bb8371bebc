package org.openmyna.cli;

import java.math.BigInteger;
import org.openmyna.trust.profile.CertificateSerial;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** 発行の番号 as OpenSSL and our commands print it: hexadecimal. */
final class SerialArgument implements ITypeConverter<CertificateSerial> {
    private static final int HEXADECIMAL = 16;

    @Override
    public CertificateSerial convert(String text) {
        if (!text.matches("(0x)?[0-9A-Fa-f]{1,40}")) {
            throw new TypeConversionException("hexadecimal: 01E4F3");
        }
        String digits = text.startsWith("0x") ? text.substring(2) : text;
        return new CertificateSerial(new BigInteger(digits, HEXADECIMAL));
    }
}
