package dev.homeport.sockets;

/**
 * A command for the reader's own terminal; Homeport itself runs none.
 *
 * @param label what it does, in a few words
 */
record Command(String label, String text) {}
