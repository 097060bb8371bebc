package org.openmyna.server.web;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * The first to see a request: which origin it is for, and whether Spring MVC or something before it
 * answers.
 *
 * <p>It runs on the threads that read the network and never waits there: what may wait goes to a
 * virtual thread of its own. So an answer that lies ready changes no thread, and a slow one stops
 * nobody else's. More than {@value #MOST_WAITING} of them at a time are refused: too busy.
 */
public final class FrontHandler extends Handler.Wrapper implements Quiescent {
    private static final int MOST_WAITING = 4_096;

    private final Origins origins;
    private final List<CoreRoute> routes;
    private final List<Guard> guards;
    private final ExecutorService waiting = Executors.newVirtualThreadPerTaskExecutor();
    private final Semaphore room = new Semaphore(MOST_WAITING);

    /** Refuses by throwing an error of OpenMyna. */
    @FunctionalInterface
    public interface Guard {
        void check(Request request, String path);
    }

    FrontHandler(Origins origins, List<CoreRoute> routes, List<Guard> guards) {
        this.origins = origins;
        this.routes = List.copyOf(routes);
        this.guards = List.copyOf(guards);
    }

    @Override
    public InvocationType getInvocationType() {
        return InvocationType.NON_BLOCKING;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        try {
            HttpURI uri = request.getHttpURI();
            Origin origin = origins.of(uri.getHost());
            if (origin == null) throw new HostUnknown(named(uri), origins.names());
            String path = uri.getPath();
            if (path == null) throw new RequestMalformed("no path");
            CoreRoute route = route(origin, path);
            if (route == null) {
                mustBePlain(uri);
                String canonical = String.valueOf(uri.getCanonicalPath());
                for (Guard guard : guards) guard.check(request, canonical);
                handOff(request, response, callback, () -> mvc(request, response, callback));
            } else if (route.mayWait()) {
                handOff(
                        request,
                        response,
                        callback,
                        () -> route.answer(request, response, callback));
            } else {
                route.answer(request, response, callback);
            }
        } catch (Exception failure) {
            CoreAnswers.problem(request, response, callback, failure);
        }
        return true;
    }

    private static String named(HttpURI uri) {
        String host = String.valueOf(uri.getHost());
        return host.length() > 100 ? host.substring(0, 100) + "…" : host;
    }

    private @Nullable CoreRoute route(Origin origin, String path) {
        for (CoreRoute route : routes) {
            if (route.takes(origin, path)) return route;
        }
        return null;
    }

    /** A path with two readings is only for those who read it themselves. */
    private static void mustBePlain(HttpURI uri) {
        if (uri.hasViolations()) throw new RequestMalformed("ambiguous path");
    }

    private void mvc(Request request, Response response, Callback callback) throws Exception {
        CoreAnswers.secure(response.getHeaders());
        if (!super.handle(request, response, callback)) {
            throw new PathUnknown(String.valueOf(request.getHttpURI().getCanonicalPath()));
        }
    }

    private interface Work {
        void run() throws Exception;
    }

    private void handOff(Request request, Response response, Callback callback, Work work) {
        if (!room.tryAcquire()) throw new TooBusy();
        waiting.execute(() -> {
            try {
                work.run();
            } catch (Exception failure) {
                CoreAnswers.problem(request, response, callback, failure);
            } finally {
                room.release();
            }
        });
    }

    /** Lets nothing more begin, too. */
    @Override
    public boolean quiesce(Duration patience) {
        try {
            return room.tryAcquire(MOST_WAITING, patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    protected void doStop() throws Exception {
        waiting.shutdownNow();
        super.doStop();
    }
}
