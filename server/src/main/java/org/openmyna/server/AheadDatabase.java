package org.openmyna.server;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.FutureTask;
import javax.sql.DataSource;
import org.openmyna.database.Database;

/** A database whose schemas are being opened before anybody asks for them. */
final class AheadDatabase implements Database {
    private final Database database;
    private final Map<String, FutureTask<DataSource>> ahead = new ConcurrentHashMap<>();

    AheadDatabase(Database database) {
        this.database = database;
    }

    void openAhead(String organisation, int connections) {
        var opening = new FutureTask<>(() -> database.open(organisation, connections));
        ahead.put(organisation, opening);
        Thread.ofPlatform().daemon().name(organisation + "-opening").start(opening);
    }

    /** The first to ask gets what was opened ahead. */
    @Override
    public DataSource open(String organisation, int connections) {
        FutureTask<DataSource> opening = ahead.remove(organisation);
        return opening == null ? database.open(organisation, connections) : Waiting.on(opening);
    }

    @Override
    public String readerUrl(String organisation) {
        return database.readerUrl(organisation);
    }

    @Override
    public String address() {
        return database.address();
    }

    @Override
    public void close() {
        database.close();
    }
}
