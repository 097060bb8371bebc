package org.openmyna.card.applets;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JavaCardSubsetTest {

    @Test
    void the_applets_stay_inside_the_java_card_subset() throws IOException {
        List<Path> classFiles = classFiles(JCardSim.classes());
        assertThat(classFiles).hasSizeGreaterThan(10);
        for (Path classFile : classFiles) {
            assertThat(JavaCardSubset.violations(Files.readAllBytes(classFile)))
                    .as(classFile.getFileName().toString())
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    int counter;                                                   | the type int
                    long counter;                                                  | the type long
                    float rate;                                                    | the type float
                    char letter;                                                   | the type char
                    int[] table;                                                   | the type int[]
                    byte[][] table;                                                | an array of arrays
                    String name;                                                   | the class String
                    java.util.List names;                                          | the class List
                    static short shared;                                           | a static that is not a constant
                    static final byte[] SHARED = {1};                              | a static initialiser
                    static final byte[] SHARED = {1};                              | a static that is not a constant
                    void m(int a) {}                                               | the type int
                    double m() { return 0; }                                       | the type double
                    void m(short a) { int wide = a; }                              | the type int
                    short m(short a) { for (int i = 0; i < 3; i++) {} return a; }  | an int that counts
                    boolean m(short a, short b) { return a + b > 9; }              | not cast at once
                    byte m(byte[] a, short i) { return a[i + 1]; }                 | not cast at once
                    short m(short a) { return (short) (a + a + a); }               | not cast at once
                    short m(short a) { return (short) (a >>> 3); }                 | the operator IUSHR
                    short m(short a) { return (short) (a & 0xFFFF); }              | the constant 65535
                    long m(short a) { return a; }                                  | a conversion to LONG
                    void m() { byte[] garbage = new byte[4]; }                     | allocation outside construction
                    void m() { Object garbage = new Object(); }                    | allocation outside construction
                    void m() { Object[] garbage = new Object[1]; }                 | allocation outside construction
                    Planted() { Object o = new int[1]; }                           | an array of INT
                    Object m() { return "text"; }                                  | the constant text
                    void m() { throw new RuntimeException(); }                     | the class RuntimeException
                    void m() { try { hashCode(); } catch (Exception e) {} }        | the class Exception
                    void m() { synchronized (this) {} }                            | synchronized
                    synchronized void m() {}                                       | synchronized
                    native void m();                                               | native
                    void m() { Runnable r = () -> {}; }                            | a lambda
                    void m() { System.gc(); }                                      | the class System
                    class Inner {}                                                 | an inner class
                    boolean m(Object o) { return o instanceof Comparable; }        | the class Comparable
                    byte[] m() { return javacard.framework.JCSystem.makeTransientByteArray((short) 1, (byte) 1); } | allocation outside construction
                    """)
    void a_planted_violation_is_seen(String member, String expected, @TempDir Path folder)
            throws IOException {
        Files.createDirectory(folder.resolve("source"));
        Files.writeString(
                folder.resolve("source/Planted.java"), "class Planted { " + member + " }");
        Path classes =
                Javac.compile(folder.resolve("source"), JCardSim.jar(), folder.resolve("classes"));
        assertThat(JavaCardSubset.violations(Files.readAllBytes(classes.resolve("Planted.class"))))
                .anyMatch(violation -> violation.contains(expected));
    }

    private static List<Path> classFiles(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".class")).toList();
        }
    }
}
