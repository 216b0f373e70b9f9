package dev.homeport.web.errors;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

@Configuration(proxyBeanMethods = false)
class ErrorsConfiguration {

    /** After those that refuse strangers by what needs no parameter, before those that look at one. */
    private static final int PLACE = 10;

    @Bean
    FilterRegistrationBean<UnreadableParameters> unreadableParameters() {
        var registration = new FilterRegistrationBean<>(new UnreadableParameters());
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + PLACE);
        return registration;
    }
}
