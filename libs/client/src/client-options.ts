/** How a caller authenticates: exactly one of these. */
export type ClientCredential =
  /** An API key of the gateway: `kdg_...`. For services; never put it into a web page. */
  | { readonly apiKey: string; readonly token?: never; readonly cookies?: never }
  /** A JSON Web Token of a trusted issuer, or a function that returns one that has not expired. */
  | { readonly token: string | (() => string | Promise<string>); readonly apiKey?: never; readonly cookies?: never }
  /** The browser session of a signed-in user. */
  | { readonly cookies: true; readonly apiKey?: never; readonly token?: never };

export type ClientOptions = ClientCredential & {
  /** Scheme, host and port of the gateway. It can be empty in a page of the gateway's own origin. */
  readonly baseUrl: string;
  /** Sends an `Idempotency-Key` with each POST, PUT, PATCH and DELETE that has none, so that it can be repeated. */
  readonly idempotency?: boolean;
  /** Max repetitions of a call that may succeed later; 2. With 0 no call is repeated. */
  readonly retries?: number;
  /** The KooDrive user to act for; needs the scope `act-for:users`. */
  readonly onBehalfOf?: string;
  /** Language of the texts of problems, such as `zh`. */
  readonly language?: string;
  /** Used instead of the global fetch. */
  readonly fetch?: (request: Request) => Promise<Response>;
};
