package dev.homeport.platform;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import oshi.SystemInfo;

@Configuration(proxyBeanMethods = false)
class PlatformConfiguration {

    @Bean
    SystemInfo systemInfo() {
        return new SystemInfo();
    }

    @Bean
    OsFamily osFamily() {
        return OsFamily.current();
    }

    @Bean
    NamespaceRoot ownNamespaceRoot(PlatformProperties properties) {
        return NamespaceRoot.own(properties.proc());
    }

    @Bean
    HostProc hostProc(PlatformProperties properties) {
        return HostProc.of(properties);
    }
}
