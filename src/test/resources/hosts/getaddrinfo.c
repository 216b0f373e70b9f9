/* Asks this C library for each name that comes in: any family, IPv4, IPv6, parted by |. */
#include <arpa/inet.h>
#include <netdb.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>

static void ask(const char *name, int family) {
  struct addrinfo hints = {.ai_family = family, .ai_socktype = SOCK_STREAM}, *all, *one;
  if (getaddrinfo(name, 0, &hints, &all)) return;
  for (one = all; one; one = one->ai_next) {
    char text[INET6_ADDRSTRLEN];
    void *address = one->ai_family == AF_INET ? (void *)&((struct sockaddr_in *)one->ai_addr)->sin_addr
                                              : (void *)&((struct sockaddr_in6 *)one->ai_addr)->sin6_addr;
    printf("%s%s", one == all ? "" : " ", inet_ntop(one->ai_family, address, text, sizeof text));
  }
}

int main(void) {
  char name[1024];
  while (fgets(name, sizeof name, stdin)) {
    name[strcspn(name, "\n")] = 0;
    ask(name, AF_UNSPEC);
    printf("|");
    ask(name, AF_INET);
    printf("|");
    ask(name, AF_INET6);
    printf("\n");
  }
}
