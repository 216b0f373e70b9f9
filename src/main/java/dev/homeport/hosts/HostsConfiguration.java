package dev.homeport.hosts;

import dev.homeport.answer.RateLimit;
import dev.homeport.platform.OsFamily;
import dev.homeport.platform.kernel.SystemResolver;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class HostsConfiguration {

    private static final int MOST_QUESTIONS_IN_A_MINUTE = 60;

    @Bean
    SystemQuestion systemQuestion(OsFamily osFamily) {
        RateLimit limit = new RateLimit(MOST_QUESTIONS_IN_A_MINUTE, "look-ups", System::nanoTime);
        return new SystemQuestion(name -> SystemResolver.ask(osFamily, name), limit);
    }
}
