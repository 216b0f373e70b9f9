package dev.homeport.web.server;

import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Refuses a port of its own for the actuator: Boot would open it on every interface, without the Host allow-list and
 * without the token.
 */
@Component
class ManagementPort {

    private static final String PROPERTY = "management.server.port";
    private static final String NONE = "-1";

    ManagementPort(Environment environment) {
        String port = environment.getProperty(PROPERTY, NONE);
        if (!port.equals(NONE) && !port.equals(environment.getProperty("server.port"))) {
            throw new InvalidConfigurationPropertyValueException(
                    PROPERTY, port, "The actuator answers on Homeport's own port, behind the same doors.");
        }
    }
}
