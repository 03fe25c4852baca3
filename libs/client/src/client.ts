import createOpenApiClient, { type Client } from 'openapi-fetch';
import type { ClientOptions } from './client-options.js';
import { createConnection, type Connection } from './connection.js';
import type { paths } from './generated/api.js';

/** The routes of the gateway as typed calls: `GET`, `POST` and so on. Each returns `data` or `error`. */
export interface GatewayClient extends Client<paths> {
  /** For uploads, downloads and events, which are not JSON calls. */
  readonly connection: Connection;
}

/**
 * A client of the gateway at `baseUrl`.
 *
 *     const koodrive = createClient({ baseUrl: 'https://drive.example.com', apiKey });
 *     const { data, error } = await koodrive.GET('/v1/spaces', { params: { query: { limit: 10 } } });
 */
export function createClient(options: ClientOptions): GatewayClient {
  const connection = createConnection(options);
  const { baseUrl, credentials, sendWithRetries } = connection;
  return { ...createOpenApiClient<paths>({ baseUrl, credentials, fetch: sendWithRetries }), connection };
}
