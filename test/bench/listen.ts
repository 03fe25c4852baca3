/** The port a contestant is told to listen at, and the upstream in front of which it stands. */
export const port = Number(process.env.PORT);
export const upstreamUrl = process.env.UPSTREAM_URL ?? '';
/** File with the bytes that bare Fastify keeps. */
export const keptBytesFile = process.env.KEPT_BYTES_FILE ?? '';
