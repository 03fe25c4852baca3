/** How a caller proves who it is: exactly one way. */
export type Credential =
  /** A key of the gateway: `kdg_...`. For services; never in a page. */
  | { readonly apiKey: string; readonly token?: never; readonly cookies?: never }
  /** A JSON Web Token of a trusted issuer, or a function that gives one that has not lapsed. */
  | { readonly token: string | (() => string | Promise<string>); readonly apiKey?: never; readonly cookies?: never }
  /** The session of a signed-in browser. */
  | { readonly cookies: true; readonly apiKey?: never; readonly token?: never };

export type ClientOptions = Credential & {
  /** Scheme, host and port of the gateway; in a page of the gateway's own origin it may be empty. */
  readonly baseUrl: string;
  /** Sends an `Idempotency-Key` with each POST, PUT, PATCH and DELETE that names none, so that it may be repeated. */
  readonly idempotency?: boolean;
  /** How often a call that may succeed later is repeated; 2 when left out, 0 for never. */
  readonly retries?: number;
  /** The KooDrive user to act for; needs the scope `act-for:users`. */
  readonly onBehalfOf?: string;
  /** Language of the problems' texts, such as `zh`. */
  readonly language?: string;
  /** In place of the global fetch. */
  readonly fetch?: (request: Request) => Promise<Response>;
};
