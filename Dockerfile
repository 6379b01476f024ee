# The steps are those of `cargo xtask run`: the page, then the server with the page inside it.
FROM node:20-bookworm-slim AS page
WORKDIR /src
COPY schema.graphql ./
COPY frontend ./frontend
RUN cd frontend && npm ci --no-audit --no-fund && npm run build

FROM rust:1.95-bookworm AS server
WORKDIR /src
COPY . .
COPY --from=page /src/frontend/dist ./frontend/dist
RUN cargo build --release --locked --package dmb-server

FROM debian:bookworm-slim
RUN useradd --system --uid 10001 dmb && mkdir /data && chown dmb /data
COPY --from=server /src/target/release/dmb /usr/local/bin/dmb
USER dmb
ENV DMB_HOST=0.0.0.0 DMB_DATA_DIR=/data
VOLUME /data
EXPOSE 8080
HEALTHCHECK --interval=10s --timeout=3s CMD ["dmb", "health"]
ENTRYPOINT ["dmb"]
CMD ["serve"]
