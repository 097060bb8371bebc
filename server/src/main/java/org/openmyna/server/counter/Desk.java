package org.openmyna.server.counter;

import org.openmyna.server.residents.api.Officer;

/** A clerk at work on a case: on whose authority, and why, everything is read and done. */
record Desk(AtWork work, CaseFile file, Affair affair) {
    Clerk clerk() {
        return work.clerk();
    }

    /** As the register's access log shows it. */
    Officer officer() {
        return officer("");
    }

    /**
     * @param more about this one act
     */
    Officer officer(String more) {
        return new Officer(
                clerk().office().code(),
                clerk().id(),
                clerk().supervisor(),
                file.number() + " " + affair.japanese() + (more.isEmpty() ? "" : "・" + more));
    }

    /** Of this case. */
    String path(String rest) {
        return file.path(rest);
    }

    /** Of a person in this case. */
    String person(long id, String rest) {
        return file.path("/people/" + id + rest);
    }

    /** Where a notice is sent. */
    String event(Answers answers) {
        String rest = "/events/" + answers.form().path();
        return answers.subject()
                .person()
                .map(person -> person(person.id().value(), rest))
                .orElseGet(() -> path(rest));
    }
}
