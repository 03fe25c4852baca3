# The gateway. With another command it is the sandbox: `node dist/apps/sandbox/src/main.js`.
FROM node:24.18.0-bookworm-slim@sha256:6f7b03f7c2c8e2e784dcf9295400527b9b1270fd37b7e9a7285cf83b6951452d AS base

FROM base AS build
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --no-audit --no-fund
COPY tsconfig.json tsconfig.build.json nest-cli.json ./
COPY libs ./libs
COPY apps ./apps
RUN npm run build
RUN npm prune --omit=dev --no-audit --no-fund

FROM base
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000
WORKDIR /app
# The files belong to root: the process may read its program, but not change it.
COPY --from=build /app/package.json ./
COPY --from=build /app/node_modules ./node_modules
COPY --from=build /app/dist ./dist
COPY libs/koodrive/contract ./libs/koodrive/contract
COPY deploy/health-check.mjs ./deploy/health-check.mjs
# The file of API keys is here, on a volume that takes its owner from the image.
RUN mkdir /var/lib/koodrive && chown 1000:1000 /var/lib/koodrive
USER 1000:1000
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=3s --start-period=20s --retries=3 CMD ["node", "deploy/health-check.mjs"]
CMD ["node", "--enable-source-maps", "dist/apps/gateway/src/main.js"]
