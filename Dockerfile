# Ballast in a container: Maven builds the jar, jlink a Java runtime of the modules it uses, AppCDS an archive of its classes.
#   docker build -t ballast .            docker run --rm ballast demo --no-web --dir /tmp/demo
# The three images may be others: a company's own mirrors, or --build-arg JAR=prebuilt for the jar that mvn verify has tested.
ARG BUILD_IMAGE=maven:3.9-eclipse-temurin-17
ARG JDK_IMAGE=eclipse-temurin:17-jdk
ARG BASE_IMAGE=debian:12-slim
ARG JAR=built

FROM ${BUILD_IMAGE} AS built
WORKDIR /source
COPY . .
RUN mvn -B -q -DskipTests package && cp engine/target/ballast.jar /ballast.jar

FROM scratch AS prebuilt
COPY engine/target/ballast.jar /ballast.jar

FROM ${JAR} AS jar

FROM ${JDK_IMAGE} AS runtime
COPY --from=jar /ballast.jar /opt/ballast/ballast.jar
# java.desktop is for java.beans alone, which Quartz uses; jdk.crypto.ec is for the curves of TLS
RUN jlink --add-modules java.desktop,java.instrument,java.management,java.naming,java.scripting,java.security.jgss,java.sql,jdk.crypto.ec,jdk.httpserver,jdk.management,jdk.net,jdk.unsupported,jdk.zipfs \
      --strip-java-debug-attributes --no-header-files --no-man-pages --compress=2 --output /opt/ballast/java \
 && /opt/ballast/java/bin/java -Xshare:dump \
 && cd /opt/ballast \
 && java/bin/java -XX:ArchiveClassesAtExit=ballast.jsa -XX:+UseSerialGC -jar ballast.jar demo --speed max --no-web --dir /tmp/train >/dev/null \
 && rm -rf /tmp/train \
 && mkdir -p /empty/ballast

FROM ${BASE_IMAGE}
LABEL org.opencontainers.image.title="Ballast" org.opencontainers.image.licenses="Apache-2.0"
COPY --from=runtime /opt/ballast /opt/ballast
COPY LICENSE /opt/ballast/LICENSE
# volumes laid over these begin with their owner, who is nobody in particular
COPY --from=runtime --chown=10001:10001 /empty/ /var/lib/
COPY --from=runtime --chown=10001:10001 /empty/ /run/
USER 10001:10001
WORKDIR /var/lib/ballast
# a stale or missing archive must not say anything on standard output; a heap dump would hold keys
ENTRYPOINT ["/opt/ballast/java/bin/java", "-XX:SharedArchiveFile=/opt/ballast/ballast.jsa", "-Xshare:auto", "-Xlog:disable", "-Xlog:all=error:stderr", "-XX:+UseSerialGC", "-Xms48m", "-XX:MaxRAMPercentage=60", "-XX:-HeapDumpOnOutOfMemoryError", "-XX:+ExitOnOutOfMemoryError", "-XX:+DisableAttachMechanism", "-jar", "/opt/ballast/ballast.jar"]
CMD ["--help"]
