package org.openmyna.server.platform;

/** What a party is in law; the table {@code party_kind} has the articles, with their dates. */
public enum PartyKind {
    ADMINISTRATIVE,
    COURT,
    DESIGNATED_BODY,
    CERTIFIER,
    PLATFORM_OPERATOR,
    SERVICE_PROVIDER
}
