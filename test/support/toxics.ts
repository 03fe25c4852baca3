/** `upstream`: from the client to the server. `downstream`: from the server to the client. */
export type Direction = 'upstream' | 'downstream';

/** A network fault in one direction. Names and units are Toxiproxy's. */
export type Toxic =
  /** Delays all bytes by `latency` milliseconds. */
  | { readonly type: 'latency'; readonly latency: number }
  /** Passes at most `rate` kB a second. */
  | { readonly type: 'bandwidth'; readonly rate: number }
  /** Holds all bytes and resets the connection after `timeout` milliseconds; with 0 it is never reset. */
  | { readonly type: 'timeout'; readonly timeout: number }
  /** Resets each connection `timeout` milliseconds after its first byte; without a timeout, also open connections at once. */
  | { readonly type: 'reset_peer'; readonly timeout?: number }
  /** Closes the connection normally after that number of bytes. */
  | { readonly type: 'limit_data'; readonly bytes: number }
  /** Splits the data into chunks of `average_size` bytes, sent `delay` microseconds apart. */
  | { readonly type: 'slicer'; readonly average_size: number; readonly delay: number };

/** The toxics of one direction, at most one of each type. It can change while connections are open. */
export type Toxics = { [Type in Toxic['type']]?: Extract<Toxic, { type: Type }> };
