package dev.homeport.attack;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A test that talks to the program over one wire, a new one for each of its methods. */
abstract class WireToProgram {

    @LocalServerPort
    int port;

    Wire wire;

    @BeforeEach
    void open() {
        wire = new Wire(port);
    }

    @AfterEach
    void close() throws IOException {
        wire.close();
    }
}
