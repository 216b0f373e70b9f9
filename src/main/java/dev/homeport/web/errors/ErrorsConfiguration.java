package dev.homeport.web.errors;

import java.util.List;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.accept.ContentNegotiationStrategy;
import org.springframework.web.accept.HeaderContentNegotiationStrategy;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.config.annotation.ContentNegotiationConfigurer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.support.DefaultHandlerExceptionResolver;

@Configuration(proxyBeanMethods = false)
class ErrorsConfiguration implements WebMvcConfigurer {

    /** After those that refuse strangers by what needs no parameter, before those that look at one. */
    private static final int PLACE = 10;

    @Bean
    FilterRegistrationBean<UnreadableParameters> unreadableParameters() {
        var registration = new FilterRegistrationBean<>(new UnreadableParameters());
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + PLACE);
        return registration;
    }

    @Override
    public void extendHandlerExceptionResolvers(List<HandlerExceptionResolver> resolvers) {
        resolvers.replaceAll(
                resolver -> resolver instanceof DefaultHandlerExceptionResolver ? new QuietRefusals() : resolver);
    }

    /** An Accept that cannot be read is as good as none; refused, it would be the refusal that nobody could read. */
    @Override
    public void configureContentNegotiation(ContentNegotiationConfigurer configurer) {
        ContentNegotiationStrategy header = new HeaderContentNegotiationStrategy();
        configurer.strategies(List.of(request -> {
            try {
                return header.resolveMediaTypes(request);
            } catch (HttpMediaTypeNotAcceptableException e) {
                return ContentNegotiationStrategy.MEDIA_TYPE_ALL_LIST;
            }
        }));
    }
}
