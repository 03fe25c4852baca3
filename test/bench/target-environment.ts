/** The port on which a target listens, and the upstream that it calls. */
export const listenPort = Number(process.env.PORT);
export const upstreamUrl = process.env.UPSTREAM_URL ?? '';
/** The file with the response that bare Fastify serves. */
export const cachedResponseFile = process.env.CACHED_RESPONSE_FILE ?? '';
