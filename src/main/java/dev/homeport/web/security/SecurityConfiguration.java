package dev.homeport.web.security;

import dev.homeport.answer.Refusal;
import dev.homeport.platform.Vantage;
import dev.homeport.reading.CachedCollector;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import java.util.Optional;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.firewall.RequestRejectedHandler;

/**
 * The order of doors: headers, Host, origin, then Spring Security with the token. Its own CSRF tokens, headers, sessions
 * and logins are off, since these doors and a stateless cookie take their place.
 */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    /** What the sign-in page needs, and what a stranger may know: whether all is well, and not what is not. */
    private static final String[] FOR_STRANGERS = {
        "/css/**",
        "/js/**",
        "/webjars/**",
        "/favicon.svg",
        "/error",
        "/actuator/health",
        "/actuator/health/lo",
        "/actuator/health/liveness",
        "/actuator/health/readiness",
        "/livez",
        "/readyz"
    };

    @Bean
    FilterRegistrationBean<HeadersFilter> headersFilter() {
        return first(new HeadersFilter(), 0);
    }

    @Bean
    FilterRegistrationBean<HostFilter> hostFilter(AccessProperties properties, CachedCollector<Vantage> vantage) {
        var allowList = new HostAllowList(
                properties.allowedHosts(),
                () -> vantage.snapshot().reading().latest().map(Vantage::hostname));
        return first(new HostFilter(allowList), 1);
    }

    @Bean
    FilterRegistrationBean<OriginFilter> originFilter() {
        return first(new OriginFilter(), 2);
    }

    private static <T extends Filter> FilterRegistrationBean<T> first(T filter, int place) {
        FilterRegistrationBean<T> registration = new FilterRegistrationBean<>(filter);
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + place);
        return registration;
    }

    @Bean
    Access access(AccessProperties properties, ServerProperties server) {
        return new Access(AccessToken.of(properties, Exposure.of(server.getAddress())));
    }

    /** The token to ask for, if any, as one bean. */
    record Access(Optional<AccessToken> token) {}

    @Bean
    SecurityFilterChain securityFilterChain(HttpSecurity http, Access access) throws Exception {
        return http.csrf(AbstractHttpConfigurer::disable)
                .headers(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .addFilterBefore(new TokenFilter(access.token()), AuthorizationFilter.class)
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(
                                DispatcherType.ERROR, DispatcherType.ASYNC, DispatcherType.FORWARD)
                        .permitAll()
                        .requestMatchers(FOR_STRANGERS)
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .exceptionHandling(handling -> handling.authenticationEntryPoint(askForToken()))
                .build();
    }

    private static AuthenticationEntryPoint askForToken() {
        String detail =
                "Homeport asks for its token here, since it can be reached from other machines or was given one. Open "
                        + "the link that it printed when it started, or send the token in the header Authorization: Bearer <token>.";
        return (request, response, exception) -> {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"homeport\"");
            new Refusal(HttpStatus.UNAUTHORIZED, "A token is needed", detail).send(request, response);
        };
    }

    /** Spring Security's firewall answers with an empty body by itself. */
    @Bean
    RequestRejectedHandler requestRejectedHandler() {
        return (request, response, rejection) -> new Refusal(
                        HttpStatus.BAD_REQUEST,
                        "The request makes no sense",
                        "The method is none that HTTP has, or the address has a part that no page of Homeport needs and "
                                + "that is often used for attacks, such as a double slash, a semicolon or an encoded slash.")
                .send(request, response);
    }
}
