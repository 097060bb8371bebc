package org.openmyna.server.sandbox.population;

import org.openmyna.kernel.Sex;

/**
 * What somebody is in a household before there are names.
 *
 * @param surname whose name: people with the same number share it; 0 is the householder's
 * @param register whose family register: people with the same number are in one; 0 is the
 *     householder's
 */
record Role(String relationship, Sex sex, int age, int surname, int register) {
    static final String HOUSEHOLDER = "世帯主";

    static Role householder(Sex sex, int age) {
        return new Role(HOUSEHOLDER, sex, age, 0, 0);
    }

    /** In the householder's own family register. */
    static Role core(String relationship, Sex sex, int age) {
        return new Role(relationship, sex, age, 0, 0);
    }

    /** Of the same surname, in a register of his or her own. */
    static Role kin(String relationship, Sex sex, int age, int register) {
        return new Role(relationship, sex, age, 0, register);
    }

    /** Of another name and another register. */
    static Role other(String relationship, Sex sex, int age, int family) {
        return new Role(relationship, sex, age, family, family);
    }

    /** Of the householder or of a child: 子, 子の子. */
    boolean isChild() {
        return relationship.equals("子") || relationship.equals("子の子");
    }
}
