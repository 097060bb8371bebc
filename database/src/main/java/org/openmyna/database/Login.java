package org.openmyna.database;

/** Who connects. Never printed with its password. */
record Login(String user, String password) {
    @Override
    public String toString() {
        return "Login[" + user + "]";
    }
}
