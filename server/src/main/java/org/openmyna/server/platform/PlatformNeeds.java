package org.openmyna.server.platform;

import java.net.URI;
import java.nio.file.Path;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.openmyna.card.reader.TrustedCvAuthorities;
import org.openmyna.server.authority.api.CertificateService;
import org.openmyna.server.clock.LegalClock;
import org.openmyna.trust.verifier.StatusSource;

/**
 * What a machine with the platform gives it.
 *
 * @param database of the schema {@code platform}
 * @param folder for its keys and secrets
 * @param address where it is found
 * @param certificates the platform's desk at the authority: STATUS, CA_CERTIFICATES, LINK,
 *     CONFIRM_ITEMS; asked for when it is needed
 * @param status where the status of certificates comes from
 * @param cardAuthorities who signs what is on cards
 * @param sandbox whether developers may register clients themselves
 * @param agent card agent of whoever sits at this machine
 * @param legalTime by which certificates and approvals are judged
 */
public record PlatformNeeds(
        DataSource database,
        Path folder,
        PlatformAddress address,
        Supplier<CertificateService> certificates,
        StatusSource status,
        Supplier<TrustedCvAuthorities> cardAuthorities,
        boolean sandbox,
        URI agent,
        LegalClock legalTime) {}
