package org.openmyna.server.machine;

/**
 * A bean that still has something to do when all organisations of the machine answer: its start is
 * done after this. In the order of Spring's {@code @Order}.
 */
@FunctionalInterface
public interface BeforeReady {
    /** Done quickly where it was done before; a kill in the middle loses nothing. */
    void work(Progress progress);
}
