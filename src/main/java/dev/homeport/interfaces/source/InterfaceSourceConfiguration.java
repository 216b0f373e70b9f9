package dev.homeport.interfaces.source;

import dev.homeport.platform.OsFamily;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import oshi.SystemInfo;

@Configuration(proxyBeanMethods = false)
class InterfaceSourceConfiguration {

    @Bean
    InterfaceSource interfaceSource(SystemInfo system, OsFamily osFamily) {
        InterfaceSource oshi = new OshiInterfaceSource(
                system.getHardware(), system.getOperatingSystem().getNetworkParams());
        return osFamily == OsFamily.LINUX ? new FallbackInterfaceSource(new RtnetlinkSource(), oshi) : oshi;
    }
}
