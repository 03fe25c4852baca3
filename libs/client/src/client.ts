import createOpenApiClient, { type Client } from 'openapi-fetch';
import type { ClientOptions } from './client-options.js';
import { connect, type Connection } from './connection.js';
import type { paths } from './generated/api.js';

/** The routes as typed calls: `GET`, `POST` and so on, each with `data` or `error`. */
export interface GatewayClient extends Client<paths> {
  /** For what is no call of JSON: uploads, downloads, events. */
  readonly connection: Connection;
}

/**
 * A client of the gateway at `baseUrl`.
 *
 *     const koodrive = createClient({ baseUrl: 'https://drive.example.com', apiKey });
 *     const { data, error } = await koodrive.GET('/v1/spaces', { params: { query: { limit: 10 } } });
 */
export function createClient(options: ClientOptions): GatewayClient {
  const connection = connect(options);
  const { baseUrl, credentials, send } = connection;
  return { ...createOpenApiClient<paths>({ baseUrl, credentials, fetch: send }), connection };
}
