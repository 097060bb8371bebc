package org.openmyna.server.web.page;

/** A page above this one: where it is, and the key of its name. */
public record Crumb(String path, String key) {}
