package dev.homeport.web.layout;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.util.DigestUtils;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistration;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.LiteWebJarsResourceResolver;

/**
 * Style sheets and scripts are asked for again each time, and told apart by their content: the files of a reproducible
 * jar all bear the same time, so a browser that goes by times would keep old ones after an update.
 */
@Configuration(proxyBeanMethods = false)
class StaticFiles implements WebMvcConfigurer {

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        told(registry.addResourceHandler("/css/**").addResourceLocations("classpath:/static/css/"))
                .resourceChain(true)
                .addTransformer(new CssImports());
        told(registry.addResourceHandler("/js/**").addResourceLocations("classpath:/static/js/"));
        told(registry.addResourceHandler("/webjars/**").addResourceLocations("classpath:/META-INF/resources/webjars/"))
                .resourceChain(true)
                .addResolver(new LiteWebJarsResourceResolver()); // finds them without their version
    }

    private static ResourceHandlerRegistration told(ResourceHandlerRegistration files) {
        return files.setCacheControl(CacheControl.noCache())
                .setUseLastModified(false)
                .setEtagGenerator(StaticFiles::digest);
    }

    private static String digest(Resource resource) {
        try (InputStream content = resource.getInputStream()) {
            return "\"" + DigestUtils.md5DigestAsHex(content) + "\"";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
