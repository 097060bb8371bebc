/**
 * Barriers at build time.
 *
 * <p>{@link org.openmyna.card.nvm.weaver.WeaveMain} runs after the compiler, on a folder of class
 * files, in place. In each class whose objects live on a card it
 *
 * <ul>
 *   <li>makes {@code PersistentObject} the superclass where it was {@code Object}, so that a new
 *       object takes its place in the image before its own constructor runs;
 *   <li>replaces each store: PUTFIELD by a generated static setter, BASTORE, SASTORE and AASTORE by
 *       {@code Barrier.element}, array creation by {@code Barrier.new…};
 *   <li>replaces each GETFIELD of a reference by a generated static getter and puts {@code
 *       Barrier.wake} before each AALOAD: null in Java may mean an object that sleeps;
 *   <li>adds a constructor and a method {@code nvm$load} that make the object again from the image.
 * </ul>
 *
 * <p>Java fields marked {@code transient} stay in RAM and are empty after power-on. Static
 * initialisers may build constant arrays; those are no part of any card, and the engine refuses to
 * write them.
 *
 * <p>What the weaver does not know it refuses with a sentence: long, char, float, double and String
 * fields, arrays of arrays, lambdas, mutable statics, inner classes that hold on to their outer
 * object, superclasses from elsewhere. The untouched classes are kept in a second folder, from
 * which a CAP file could be made and from which weaving starts again at each build: doing it twice
 * changes nothing.
 */
@NullMarked
package org.openmyna.card.nvm.weaver;

import org.jspecify.annotations.NullMarked;
