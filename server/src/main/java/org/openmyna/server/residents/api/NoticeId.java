package org.openmyna.server.residents.api;

/**
 * A recorded notice (届出, or an official's own act 職権). Later notices have greater numbers; gaps
 * occur.
 *
 * @param value positive
 */
public record NoticeId(long value) {
    public NoticeId {
        if (value <= 0) throw new IllegalArgumentException("a notice's id is positive");
    }
}
