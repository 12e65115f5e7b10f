# Not built where this was written. docker build -t muragat . && docker run --rm -v "$PWD:/work" muragat import dumps/
FROM node:20-slim AS build
RUN apt-get update && apt-get install -y --no-install-recommends python3 make g++ && rm -rf /var/lib/apt/lists/*
WORKDIR /opt/muragat
COPY package.json package-lock.json ./
RUN npm install
COPY tsconfig.json ./
COPY bin bin
COPY bench/prune-dist.mjs bench/
COPY data data
COPY src src
RUN npm run build && npm prune --omit=dev

FROM node:20-slim
COPY --from=build /opt/muragat /opt/muragat
RUN ln -s /opt/muragat/bin/muragat.js /usr/local/bin/muragat
USER node
WORKDIR /work
ENTRYPOINT ["muragat"]
CMD ["--help"]
