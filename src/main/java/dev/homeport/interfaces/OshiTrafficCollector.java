package dev.homeport.interfaces;

import dev.homeport.platform.HostileText;
import dev.homeport.platform.InterfaceCounters;
import dev.homeport.reading.Collector;
import java.util.HashMap;
import java.util.Map;
import oshi.hardware.HardwareAbstractionLayer;
import oshi.hardware.NetworkIF;

/** Traffic through OSHI, where there is no {@code /proc}. */
final class OshiTrafficCollector implements Collector<Traffic> {

    private final HardwareAbstractionLayer hardware;

    OshiTrafficCollector(HardwareAbstractionLayer hardware) {
        this.hardware = hardware;
    }

    @Override
    public Traffic collect() {
        Map<String, InterfaceCounters> counters = new HashMap<>();
        for (NetworkIF card : hardware.getNetworkIFs(true)) {
            counters.put(
                    HostileText.clean(card.getName()),
                    new InterfaceCounters(
                            card.getBytesRecv(),
                            card.getPacketsRecv(),
                            card.getInErrors(),
                            card.getInDrops(),
                            card.getBytesSent(),
                            card.getPacketsSent(),
                            card.getOutErrors(),
                            null));
        }
        return new Traffic(counters, null);
    }
}
