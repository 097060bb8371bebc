package org.openmyna.card.reader;

import java.util.List;
import org.openmyna.card.protocol.PinReference;

/** What came of the check of a card (真正性の確認). */
public sealed interface Authenticity {
    /** The steps in their order; of a card that is not genuine the last one failed. */
    List<AuthenticityStep> evidence();

    /**
     * A trusted chain signed the data, and this chip holds the key in them. Whether the card was
     * reported lost or has expired is another question.
     *
     * @param mode of the authorities: a genuine test card proves nobody's identity
     * @param contents what was read and checked
     */
    record Genuine(CardTrustMode mode, CheckedContents contents, List<AuthenticityStep> evidence)
            implements Authenticity {
        public Genuine {
            evidence = List.copyOf(evidence);
        }
    }

    /** The card is forged, copied, altered, mixed or of the other world. */
    record NotGenuine(CardRefusal refusal, List<AuthenticityStep> evidence)
            implements Authenticity {
        public NotGenuine {
            evidence = List.copyOf(evidence);
        }
    }

    /**
     * The PIN or number did not open the card: nothing can be said about it.
     *
     * @param check never {@link PinCheck.Accepted}
     */
    record NotOpened(PinReference reference, PinCheck check, List<AuthenticityStep> evidence)
            implements Authenticity {
        public NotOpened {
            evidence = List.copyOf(evidence);
        }
    }
}
