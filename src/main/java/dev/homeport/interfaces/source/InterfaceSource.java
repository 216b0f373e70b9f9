package dev.homeport.interfaces.source;

import java.io.IOException;

/** Reads the interfaces of one network namespace. */
public interface InterfaceSource {

    /** @throws IOException when the operating system does not tell; its message is shown to the user */
    InterfaceTable read() throws IOException;
}
