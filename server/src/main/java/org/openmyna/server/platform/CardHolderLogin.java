package org.openmyna.server.platform;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.security.authentication.AbstractAuthenticationToken;

/** Somebody whose card answered: the principal of one authorization, and of nothing after it. */
final class CardHolderLogin extends AbstractAuthenticationToken {
    private static final long serialVersionUID = 1;

    private final String login;
    private final UUID person;
    private final Instant at;
    private final transient byte[] items;

    /**
     * @param login the card login that this is the end of; empty if it is read back from a grant
     * @param items enciphered; empty if none were passed on
     */
    CardHolderLogin(String login, UUID person, Instant at, Optional<byte[]> items) {
        super(List.of());
        this.login = login;
        this.person = person;
        this.at = at;
        this.items = items.orElseGet(() -> new byte[0]);
        setAuthenticated(true);
    }

    String login() {
        return login;
    }

    UUID person() {
        return person;
    }

    Instant at() {
        return at;
    }

    Optional<byte[]> items() {
        return items.length == 0 ? Optional.empty() : Optional.of(items.clone());
    }

    @Override
    public Object getCredentials() {
        return "";
    }

    @Override
    public Object getPrincipal() {
        return person.toString();
    }
}
