package org.openmyna.card.nvm;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a class of the runtime whose objects live in the card's memory: the weaver gives its fields
 * and arrays store barriers. Classes of an applet need no mark, they all live there.
 */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface InNvm {}
