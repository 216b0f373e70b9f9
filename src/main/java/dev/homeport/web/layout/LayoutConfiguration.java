package dev.homeport.web.layout;

import dev.homeport.namespaces.WhoseLoopback;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;

@Configuration(proxyBeanMethods = false)
class LayoutConfiguration implements WebMvcConfigurer {

    private final ObjectProvider<WhoseLoopback> whose;

    LayoutConfiguration(ObjectProvider<WhoseLoopback> whose) {
        this.whose = whose;
    }

    @Autowired
    void drawOnce(ThymeleafViewResolver templates) {
        templates.setViewClass(SharedView.class);
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        whose.ifAvailable(
                known -> registry.addInterceptor(new OwnNamespaceAlone(known)).excludePathPatterns("/error"));
    }
}
