package dev.homeport.platform.kernel;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import dev.homeport.platform.HostileText;
import java.util.HashMap;
import java.util.Map;

/** Names of interfaces by their index, from if_indextoname(3): Java finds only interfaces that have an address. */
public final class InterfaceNames {

    private final Map<Integer, String> names = new HashMap<>();

    /** The name now, {@code eth0}; {@code interface 7} when there is none with this index any more. */
    public String nameOf(int index) {
        return names.computeIfAbsent(index, InterfaceNames::ask);
    }

    /** Whether the interfaces that were asked for have the same names still. */
    public boolean areTrueStill() {
        return names.entrySet().stream().allMatch(entry -> ask(entry.getKey()).equals(entry.getValue()));
    }

    private static String ask(int index) {
        Pointer name = LibC.if_indextoname(index, new Memory(LibC.INTERFACE_NAME_SIZE));
        return name == null ? "interface " + index : HostileText.clean(name.getString(0));
    }
}
