FROM node:22-bookworm AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY . .
RUN npm run build && npm prune --omit=dev

FROM node:22-bookworm-slim
WORKDIR /app
ENV NODE_ENV=production
COPY --from=build /app/node_modules node_modules
COPY --from=build /app/dist dist
COPY --from=build /app/config config
COPY --from=build /app/package.json package.json
COPY --from=build /app/docs/database.md docs/database.md
RUN mkdir data && chown node:node data
USER node
VOLUME /app/data
ENTRYPOINT ["node", "dist/src/cli.js"]
CMD ["run"]
