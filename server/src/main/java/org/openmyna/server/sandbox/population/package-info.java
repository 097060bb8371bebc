/**
 * The synthetic population: households that a seed determines, one after the other, as many people
 * as are asked for. Municipalities and towns are real, house numbers are impossible ones, names are
 * combined freely from lists of common ones, and test cases of every kind come first.
 */
@NullMarked
@NamedInterface("population")
package org.openmyna.server.sandbox.population;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
