/** The way from the client to the server, or back. */
export type Direction = 'upstream' | 'downstream';

/** What a proxy does to the bytes of one direction; names and units are Toxiproxy's. */
export type Toxic =
  /** Delays all bytes by `latency` ± `jitter` milliseconds. */
  | { readonly type: 'latency'; readonly latency: number; readonly jitter?: number }
  /** Lets through at most `rate` kB a second. */
  | { readonly type: 'bandwidth'; readonly rate: number }
  /** Holds all bytes; after `timeout` milliseconds the connection is closed, with 0 never. */
  | { readonly type: 'timeout'; readonly timeout: number }
  /** Resets the connection `timeout` milliseconds after its first byte; with 0 open connections too, at once. */
  | { readonly type: 'reset_peer'; readonly timeout?: number }
  /** Ends the connection in order after that many bytes. */
  | { readonly type: 'limit_data'; readonly bytes: number }
  /** Cuts what is sent into pieces of `average_size` bytes, `delay` microseconds apart. */
  | { readonly type: 'slicer'; readonly average_size: number; readonly delay: number };

/** The toxics of one direction, at most one of a kind. It changes while connections are open. */
export type Toxics = { [Type in Toxic['type']]?: Extract<Toxic, { type: Type }> };
