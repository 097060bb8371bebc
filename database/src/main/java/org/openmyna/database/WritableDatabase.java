package org.openmyna.database;

import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;

/** A database where organisations are set up. */
final class WritableDatabase implements Database {
    private final Host host;
    private final Landlord landlord;
    private final Pools pools;
    private final AtomicBoolean closed = new AtomicBoolean();

    WritableDatabase(Host host) {
        QuietLogs.keep();
        this.host = host;
        this.landlord = new Landlord(host);
        this.pools = new Pools(host.address());
    }

    @Override
    public DataSource open(String organisation, int connections) {
        Organisation name = new Organisation(organisation);
        pools.mustBeOpen();
        ConnectionSource source = landlord.moveIn(name).in(name);
        return pools.make(name, source, connections, false);
    }

    @Override
    public String readerUrl(String organisation) {
        Organisation name = new Organisation(organisation);
        pools.mustBeOpen();
        Login reader = landlord.admitReader(name);
        return Urls.withLogin(host.url(), reader);
    }

    @Override
    public String address() {
        return host.address();
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            pools.close();
            host.leave();
        }
    }
}
