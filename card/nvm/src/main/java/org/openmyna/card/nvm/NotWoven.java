package org.openmyna.card.nvm;

/**
 * Classes that should have store barriers have none: they were compiled, but the build step that
 * weaves them did not run.
 */
public final class NotWoven extends RuntimeException {
    private static final long serialVersionUID = 1;

    NotWoven(String what) {
        super(
                what
                        + " has no store barriers, so nothing it writes would survive. Run ./mvnw process-classes: a plain compile,"
                        + " such as an IDE does, is not enough.");
    }
}
