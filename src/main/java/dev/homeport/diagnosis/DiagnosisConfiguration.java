package dev.homeport.diagnosis;

import dev.homeport.diagnosis.firewall.FirewallSource;
import dev.homeport.platform.NamespaceRoot;
import dev.homeport.platform.OsFamily;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class DiagnosisConfiguration {

    @Bean
    FirewallSource firewallSource(OsFamily os, NamespaceRoot root) {
        return new FirewallSource(os, root);
    }
}
