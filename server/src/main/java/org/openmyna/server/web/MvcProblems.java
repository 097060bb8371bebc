package org.openmyna.server.web;

import org.jspecify.annotations.Nullable;
import org.openmyna.kernel.Language;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** Errors of Spring MVC in the form that the handlers before it use. */
@RestControllerAdvice
final class MvcProblems {
    @ExceptionHandler
    ResponseEntity<byte[]> problem(Exception failure, WebRequest request) {
        Problem problem = Problem.of(known(failure));
        Language language = Languages.of(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
        ResponseEntity.BodyBuilder answer =
                ResponseEntity.status(problem.status())
                        .header(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                        .header(HttpHeaders.CONTENT_LANGUAGE, Languages.tag(language))
                        .header(HttpHeaders.CACHE_CONTROL, "no-store");
        if (problem.error() instanceof MethodNotAllowed not) {
            answer.header(HttpHeaders.ALLOW, String.valueOf(not.details().get("allowed")));
        }
        return answer.body(problem.json(language));
    }

    /** Spring's exceptions by our names; a mistake of the caller is no mistake of ours. */
    private static Throwable known(Exception failure) {
        return switch (failure) {
            case NoResourceFoundException nothing -> new PathUnknown(nothing.getResourcePath());
            case NoHandlerFoundException nothing -> new PathUnknown(nothing.getRequestURL());
            case HttpRequestMethodNotSupportedException method ->
                    new MethodNotAllowed(method.getMethod(), joined(method.getSupportedMethods()));
            case HttpMediaTypeNotSupportedException type ->
                    new MediaTypeNotTaken(
                            String.valueOf(type.getContentType()),
                            type.getSupportedMediaTypes().toString());
            case HttpMediaTypeNotAcceptableException type ->
                    new MediaTypeNotTaken("Accept", type.getSupportedMediaTypes().toString());
            case HttpMessageNotReadableException body ->
                    body.getMostSpecificCause() instanceof org.openmyna.kernel.MynaException why
                            ? why
                            : new CallMalformed("body");
            case ServletRequestBindingException missing -> new CallMalformed("parameters");
            case MethodArgumentTypeMismatchException wrong ->
                    wrong.getMostSpecificCause() instanceof org.openmyna.kernel.MynaException why
                            ? why
                            : new CallMalformed(wrong.getName());
            default -> failure;
        };
    }

    private static String joined(String @Nullable [] methods) {
        return methods == null ? "" : String.join(", ", methods);
    }
}
