package org.openmyna.kernel;

/**
 * The four items 基本4情報 that the signature certificate carries and that identify a person in daily
 * life.
 */
public record FourItems(PersonName name, Address address, JapaneseDate birthDate, Sex sex) {}
