package org.openmyna.server.sandbox.screens;

import java.nio.ByteBuffer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.openmyna.server.web.CoreAnswers;
import org.openmyna.server.web.CoreRoute;
import org.openmyna.server.web.Origin;
import org.openmyna.server.web.PathUnknown;

/** Pictures of cards: {@code /faces/1/front.svg}, by the id of the person. */
final class FaceRoute implements CoreRoute {
    private static final String PATH = "/faces/";
    private static final Pattern NAME = Pattern.compile("/faces/([0-9]{1,18})/(front|back)\\.svg");

    private final People people;
    private final Shelf shelf;

    FaceRoute(People people, Shelf shelf) {
        this.people = people;
        this.shelf = shelf;
    }

    @Override
    public boolean takes(Origin origin, String path) {
        return origin == Origin.SANDBOX && path.startsWith(PATH);
    }

    @Override
    public boolean mayWait() {
        return true;
    }

    @Override
    public void answer(Request request, Response response, Callback callback) {
        CoreAnswers.mustRead(request);
        String path = String.valueOf(request.getHttpURI().getPath());
        Matcher name = NAME.matcher(path);
        if (!name.matches()) throw new PathUnknown(path);
        Person person = people.person(Long.parseLong(name.group(1)));
        Face face =
                new Face(
                        person,
                        shelf.card(person.id()),
                        shelf.printed(person.id()),
                        people.today());
        CoreAnswers.secure(response.getHeaders());
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "image/svg+xml");
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
        byte[] svg = name.group(2).equals("front") ? face.front() : face.back();
        CoreAnswers.body(request, response, ByteBuffer.wrap(svg), callback);
    }
}
