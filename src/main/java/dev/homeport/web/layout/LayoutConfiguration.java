package dev.homeport.web.layout;

import dev.homeport.namespaces.WhoseLoopback;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

@Configuration(proxyBeanMethods = false)
class LayoutConfiguration implements WebMvcConfigurer {

    private final ObjectProvider<WhoseLoopback> whose;

    LayoutConfiguration(ObjectProvider<WhoseLoopback> whose) {
        this.whose = whose;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        whose.ifAvailable(
                known -> registry.addInterceptor(new OwnNamespaceAlone(known)).excludePathPatterns("/error"));
    }
}
