package dev.homeport.diagnosis.firewall;

/** What of a packet a rule looks at. */
sealed interface Field {

    /**
     * Bytes of the packet itself.
     *
     * @param base where {@code offset} counts from
     */
    record Payload(Base base, int offset, int length) implements Field {}

    /** A header. */
    enum Base {
        NETWORK,
        TRANSPORT,
        OTHER
    }

    /** What the kernel knows of it besides ({@code enum nft_meta_keys}, {@code nft_ct_keys}, {@code nft_fib_result}). */
    enum Known implements Field {
        /** Its number as {@code struct ethhdr} has it. */
        PROTOCOL,
        /** IPv4 or IPv6, {@code NFPROTO_…}. */
        FAMILY,
        TRANSPORT_PROTOCOL,
        INPUT_INDEX,
        INPUT_NAME,
        OUTPUT_INDEX,
        OUTPUT_NAME,
        /** Of the connection that it belongs to: new, established. */
        CONNECTION_STATE,
        /** Whether an address of it is this machine's, {@code RTN_LOCAL}. */
        ADDRESS_TYPE,
        /** Anything else: marks, users, times, limits. */
        UNKNOWN
    }
}
