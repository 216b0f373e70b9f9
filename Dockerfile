# docker build -t homeport .
#
# What is built here is what `./mvnw package` builds anywhere; the last stage lays it out in layers that change ever more
# rarely and trains Java's cache of loaded and linked classes (JEP 514), in the very place and with the very options with
# which it will run: the cache is good for these alone.

FROM eclipse-temurin:25-jdk AS build
WORKDIR /source
COPY mvnw pom.xml ./
COPY .mvn .mvn
COPY src/main src/main
# Format and tests are the gate's affair (.ci/run); here they would only make the image slow to build.
RUN --mount=type=cache,target=/root/.m2 ./mvnw --batch-mode --no-transfer-progress -Dmaven.test.skip -Dspotless.check.skip package
RUN java -Djarmode=tools -jar target/homeport.jar extract --layers --destination layers
# JNA unpacks its native library when it starts, into a temporary directory that a read-only container does not have, or
# has without the right to execute: here it lies unpacked.
RUN mkdir native && cd native \
 && jar --extract --file="$(find ../layers/dependencies/lib -name "jna-*.jar" ! -name "*platform*")" com/sun/jna \
 && cp com/sun/jna/linux-$(uname -m | tr _ -)/libjnidispatch.so . && rm -r com

FROM eclipse-temurin:25-jre
LABEL org.opencontainers.image.title="Homeport" \
      org.opencontainers.image.description="What is going on on this machine's localhost" \
      org.opencontainers.image.licenses="Apache-2.0"
RUN groupadd --system --gid 10001 homeport \
 && useradd --system --uid 10001 --gid homeport --no-create-home --home-dir /nonexistent --shell /usr/sbin/nologin homeport \
 && install --directory --owner=homeport --group=homeport /app
WORKDIR /app
COPY --from=build /source/native/ native/
COPY --from=build /source/layers/dependencies/ ./
COPY --from=build /source/layers/snapshot-dependencies/ ./
COPY src/main/docker/java.options src/main/docker/health ./
COPY --from=build /source/layers/application/ ./
# Tomcat makes itself these folders, unless they are there: in a read-only container it could not.
ENV SERVER_TOMCAT_BASEDIR=/app/tomcat
RUN install --directory --owner=homeport --group=homeport public tomcat
# By number, for whoever checks that this is not root (Kubernetes' runAsNonRoot).
USER 10001:10001
# The second run ends the build when Java would not take the cache that the first one wrote.
RUN java @java.options -XX:AOTCacheOutput=homeport.aot -Dspring.context.exit=onRefresh -jar homeport.jar \
 && java @java.options -XX:AOTCache=homeport.aot -XX:AOTMode=on -Dspring.context.exit=onRefresh -jar homeport.jar

# What is published arrives on the container's own address, so loopback alone would take none of it; who can come that far
# is decided by -p 127.0.0.1:8080:8080, and by the token that Homeport asks for since it is not on loopback alone.
ENV SERVER_ADDRESS=0.0.0.0
EXPOSE 8080
# The image brings no HTTP client, but bash can connect.
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s --retries=2 CMD ["bash", "/app/health"]
ENTRYPOINT ["java", "@/app/java.options", "-XX:AOTCache=/app/homeport.aot", "-jar", "/app/homeport.jar"]
