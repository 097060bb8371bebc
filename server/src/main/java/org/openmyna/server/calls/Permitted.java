package org.openmyna.server.calls;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On a method of a service: the operation that the caller must be permitted by the service's {@code
 * permissions.csv} (organisation; operations; why).
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Permitted {
    /** Name of the operation, in capitals. */
    String value();

    /**
     * Whether the method changes something, so that a repetition under the same key has the outcome
     * of the first call. False for a POST that only asks, since what it asks fits no address; a GET
     * never acts.
     */
    boolean acts() default true;
}
