package org.openmyna.server.web;

import jakarta.servlet.http.HttpServletRequest;
import org.eclipse.jetty.ee11.servlet.ServletContextRequest;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;
import org.openmyna.kernel.Language;
import org.springframework.beans.factory.ObjectProvider;
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
    private final ObjectProvider<BrowserProblems> pages;

    MvcProblems(ObjectProvider<BrowserProblems> pages) {
        this.pages = pages;
    }

    @ExceptionHandler
    ResponseEntity<byte[]> problem(
            Exception failure, WebRequest request, HttpServletRequest servlet) {
        Problem problem = Problem.of(known(failure));
        Request core = ServletContextRequest.getServletContextRequest(servlet);
        BrowserProblems told = pages.getIfAvailable();
        if (told != null && BrowserProblems.wantsPage(core)) {
            BrowserProblems.Answer answer = told.answer(problem, core);
            ResponseEntity.BodyBuilder page = ResponseEntity.status(problem.status());
            answer.headers().forEach(page::header);
            return allowing(problem, page).body(answer.body());
        }
        Language language = Languages.of(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
        ResponseEntity.BodyBuilder answer =
                ResponseEntity.status(problem.status())
                        .header(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                        .header(HttpHeaders.CONTENT_LANGUAGE, Languages.tag(language))
                        .header(HttpHeaders.CACHE_CONTROL, "no-store");
        return allowing(problem, answer).body(problem.json(language));
    }

    private static ResponseEntity.BodyBuilder allowing(
            Problem problem, ResponseEntity.BodyBuilder answer) {
        return problem.error() instanceof MethodNotAllowed not
                ? answer.header(HttpHeaders.ALLOW, String.valueOf(not.details().get("allowed")))
                : answer;
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
