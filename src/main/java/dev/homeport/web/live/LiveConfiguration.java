package dev.homeport.web.live;

import dev.homeport.reading.Attention;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

@Configuration(proxyBeanMethods = false)
class LiveConfiguration implements WebMvcConfigurer {

    private final Attention attention;

    LiveConfiguration(Attention attention) {
        this.attention = attention;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new AttentionInterceptor(attention)).excludePathPatterns("/error");
    }

    /** Somebody who starts Homeport looks soon, and the first reading was taken before its own sockets listened. */
    @EventListener
    void pay(WebServerInitializedEvent event) {
        attention.pay();
    }
}
