package org.openmyna.server.numbers;

import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;

/**
 * Bytes that can be looked up in a map.
 *
 * @param value not changed by anybody
 */
record Octets(byte[] value) {
    static Array array(Connection connection, Collection<Octets> all) throws SQLException {
        return connection.createArrayOf(
                "bytea", all.stream().map(Octets::value).toArray(byte[][]::new));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Octets octets && Arrays.equals(value, octets.value);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(value);
    }

    @Override
    public String toString() {
        return "Octets[" + value.length + "]";
    }
}
