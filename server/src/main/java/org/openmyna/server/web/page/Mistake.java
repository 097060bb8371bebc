package org.openmyna.server.web.page;

import gg.jte.Content;

/**
 * What is wrong with one field and how to mend it; the same words stand above the page and at the
 * field.
 *
 * @param field name of the field, which is its id as well
 */
public record Mistake(String field, Content words, String plain) {}
