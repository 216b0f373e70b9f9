package dev.homeport.attack;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.annotation.RequestParamMapMethodArgumentResolver;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;

/** Notes by which names the handlers take values out of the map of all parameters: no signature tells. */
final class ReadParameters implements HandlerMethodArgumentResolver {

    private final RequestParamMapMethodArgumentResolver maps = new RequestParamMapMethodArgumentResolver();
    private final Map<String, Set<String>> read = new ConcurrentHashMap<>();

    /** From now on. */
    static ReadParameters of(RequestMappingHandlerAdapter adapter) {
        ReadParameters reads = new ReadParameters();
        List<HandlerMethodArgumentResolver> resolvers = new ArrayList<>(List.of(reads));
        resolvers.addAll(adapter.getArgumentResolvers());
        adapter.setArgumentResolvers(resolvers);
        return reads;
    }

    Set<String> by(String handler) {
        return read.getOrDefault(handler, Set.of());
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.hasParameterAnnotation(RequestParam.class)
                && MultiValueMap.class.isAssignableFrom(parameter.getParameterType());
    }

    @Override
    @SuppressWarnings("unchecked")
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders)
            throws Exception {
        Set<String> names =
                read.computeIfAbsent(String.valueOf(parameter.getExecutable()), none -> new ConcurrentSkipListSet<>());
        return new Noting(
                (MultiValueMap<String, String>) maps.resolveArgument(parameter, container, request, binders), names);
    }

    private static final class Noting extends LinkedMultiValueMap<String, String> {

        private static final long serialVersionUID = 1;

        private final transient Set<String> names;

        Noting(Map<String, List<String>> all, Set<String> names) {
            super(all);
            this.names = names;
        }

        private void note(Object key) {
            names.add(String.valueOf(key));
        }

        @Override
        public @Nullable String getFirst(String key) {
            note(key);
            return super.getFirst(key);
        }

        @Override
        public @Nullable List<String> get(Object key) {
            note(key);
            return super.get(key);
        }

        @Override
        public List<String> getOrDefault(Object key, List<String> otherwise) {
            note(key);
            List<String> values = super.get(key);
            return values == null ? otherwise : values;
        }

        @Override
        public boolean containsKey(Object key) {
            note(key);
            return super.containsKey(key);
        }
    }
}
