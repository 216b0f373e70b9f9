package dev.homeport.attack;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.actuate.endpoint.annotation.AbstractDiscoveredOperation;
import org.springframework.boot.actuate.endpoint.invoke.OperationParameter;
import org.springframework.boot.actuate.endpoint.web.WebEndpointsSupplier;
import org.springframework.boot.actuate.endpoint.web.WebOperation;
import org.springframework.context.ApplicationContext;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/** All that the running program answers, by asking itself: nobody can forget to add a new endpoint to an attack. */
final class Doors {

    /** Files; they are served by one handler for all. */
    static final Set<String> FILES =
            Set.of("/css/base.css", "/js/live.js", "/favicon.svg", "/webjars/htmx.org/dist/htmx.min.js");

    private final ApplicationContext program;

    Doors(ApplicationContext program) {
        this.program = program;
    }

    /** Each endpoint as {@code GET /path?condition}, and what handles it. */
    Map<String, Set<HandlerMethod>> endpoints() {
        Map<String, Set<HandlerMethod>> endpoints = new TreeMap<>();
        program.getBeansOfType(RequestMappingInfoHandlerMapping.class).values().stream()
                .flatMap(mapping -> mapping.getHandlerMethods().entrySet().stream())
                .forEach(entry -> keys(entry.getKey())
                        .forEach(key -> endpoints
                                .computeIfAbsent(key, none -> new LinkedHashSet<>())
                                .add(entry.getValue())));
        return endpoints;
    }

    private static Stream<String> keys(RequestMappingInfo info) {
        String condition = info.getParamsCondition().getExpressions().stream()
                .map(Object::toString)
                .sorted()
                .collect(Collectors.joining("&"));
        Set<String> methods = info.getMethodsCondition().getMethods().stream()
                .map(Enum::name)
                .collect(Collectors.toCollection(TreeSet::new));
        return (methods.isEmpty() ? Set.of("ANY") : methods)
                .stream()
                        .flatMap(method -> info.getPatternValues().stream()
                                .map(path -> method + " " + path + (condition.isEmpty() ? "" : "?" + condition)));
    }

    /** A path of each endpoint, and the files. */
    Set<String> paths() {
        Stream<String> mapped = endpoints().keySet().stream()
                .map(key -> key.replaceFirst("^\\w+ ", "").replaceFirst("\\?.*", ""))
                .map(path -> path.replaceAll("\\{[^}]*}|\\*\\*", "x"));
        return Stream.concat(mapped, FILES.stream()).collect(Collectors.toCollection(TreeSet::new));
    }

    /** The parameters that the operations of the actuator take, by path. */
    Map<String, Set<String>> actuatorParameters() {
        return program.getBean(WebEndpointsSupplier.class).getEndpoints().stream()
                .map(endpoint -> endpoint.getOperations())
                .flatMap(Collection::stream)
                .collect(Collectors.toMap(
                        operation ->
                                "/actuator/" + operation.getRequestPredicate().getPath(),
                        Doors::parameters,
                        (one, other) -> one));
    }

    private static Set<String> parameters(WebOperation operation) {
        if (!(operation instanceof AbstractDiscoveredOperation discovered)) {
            return Set.of();
        }
        return discovered.getOperationMethod().getParameters().stream()
                .filter(parameter ->
                        parameter.getType() == String.class || Collection.class.isAssignableFrom(parameter.getType()))
                .map(OperationParameter::getName)
                .collect(Collectors.toSet());
    }

    /** The names that a handler says in its signature; a map of all parameters says none. */
    static Set<String> named(HandlerMethod handler) {
        return Arrays.stream(handler.getMethodParameters())
                .filter(parameter -> parameter.getParameterType() == String.class
                        || Collection.class.isAssignableFrom(parameter.getParameterType()))
                .map(parameter -> parameter.getParameter().getName())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
