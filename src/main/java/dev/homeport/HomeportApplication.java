package dev.homeport;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts Homeport: a web dashboard of the network state of the machine it runs on, seen from its loopback. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class HomeportApplication {

    public static void main(String[] args) {
        SpringApplication.run(HomeportApplication.class, args);
    }
}
