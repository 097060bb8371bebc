package org.openmyna.trust.verifier.online;

import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import org.jspecify.annotations.Nullable;

/** A body that may have so many bytes and no more; the rest is not even received. */
final class Bounded<T> implements BodySubscriber<T> {
    private final BodySubscriber<T> reader;
    private final long most;
    private long received;
    private @Nullable Subscription subscription;

    Bounded(BodySubscriber<T> reader, long most) {
        this.reader = reader;
        this.most = most;
    }

    @Override
    public void onSubscribe(Subscription subscription) {
        this.subscription = subscription;
        reader.onSubscribe(subscription);
    }

    @Override
    public void onNext(List<ByteBuffer> more) {
        if (received > most) return;
        received += more.stream().mapToLong(ByteBuffer::remaining).sum();
        if (received <= most) {
            reader.onNext(more);
        } else {
            if (subscription != null) subscription.cancel();
            reader.onError(new IOException("more than " + most + " bytes"));
        }
    }

    @Override
    public void onError(Throwable broken) {
        reader.onError(broken);
    }

    @Override
    public void onComplete() {
        if (received <= most) reader.onComplete();
    }

    @Override
    public CompletionStage<T> getBody() {
        return reader.getBody();
    }
}
