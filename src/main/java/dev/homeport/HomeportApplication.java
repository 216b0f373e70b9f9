package dev.homeport;

import java.security.Security;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts Homeport: a web dashboard of the network state of the machine it runs on, seen from its loopback. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class HomeportApplication {

    public static void main(String[] args) {
        forgetNames();
        SpringApplication.run(HomeportApplication.class, args);
    }

    /** What a name means is shown as it is now: a JVM would keep an answer for 30 seconds (DOMAIN R3.10). */
    private static void forgetNames() {
        Security.setProperty("networkaddress.cache.ttl", "0");
        Security.setProperty("networkaddress.cache.negative.ttl", "0");
    }
}
