package org.openmyna.server.machine;

/** Hears what a start does that takes its time: the first start of a country above all. */
public interface Progress {
    /** What is made once. */
    enum Step {
        DATABASE,
        AUTHORITIES,
        RESIDENTS
    }

    /** It is not there yet, and is being made. */
    void begins(Step step);

    /** Another number of residents was asked for than there is; what is there stays. */
    void residentsKept(long there, int asked);

    /** For whoever does not listen. */
    static Progress unheard() {
        return new Progress() {
            @Override
            public void begins(Step step) {}

            @Override
            public void residentsKept(long there, int asked) {}
        };
    }
}
