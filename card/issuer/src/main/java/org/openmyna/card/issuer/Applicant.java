package org.openmyna.card.issuer;

import java.time.LocalDate;
import org.openmyna.kernel.FourItems;
import org.openmyna.trust.profile.IssuingOffice;

/**
 * Whoever gets the card, as the counter has checked them.
 *
 * @param fourItems name, address, birth date and sex, from the resident register
 * @param office the counter that hands the card over
 * @param cardLastDay last day on which the card is valid, see {@link CardValidity}
 */
public record Applicant(FourItems fourItems, IssuingOffice office, LocalDate cardLastDay) {}
