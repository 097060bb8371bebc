package org.openmyna.kernel;

/** The two languages that every message of OpenMyna exists in. */
public enum Language {
    JAPANESE,
    ENGLISH
}
