package org.openmyna.server.residents.api;

/** Somebody and what he or she is to the householder. */
public record Member(ResidentId person, Relationship relationship) {}
