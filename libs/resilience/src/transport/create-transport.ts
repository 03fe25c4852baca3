import { HttpService } from '@nestjs/axios';
import axios from 'axios';
import { Pool } from 'undici';
import { type ConnectionOptions, undiciOptions } from './connection-options.js';
import type { Transport, WireAnswer } from './transport.js';
import { undiciAdapter } from './undici-adapter.js';

export interface TransportOptions extends ConnectionOptions {
  /** Scheme, host and port. Nothing else is ever called. */
  readonly origin: string;
  /** The longest answer taken, bytes. */
  readonly mostAnswerBytes?: number;
}

const MEBIBYTE = 2 ** 20;

/** A transport on @nestjs/axios over a pool of kept connections. */
export function createTransport(options: TransportOptions): Transport {
  const pool = new Pool(options.origin, undiciOptions(options));
  const http = new HttpService(
    axios.create({
      adapter: undiciAdapter(pool, options.mostAnswerBytes ?? 16 * MEBIBYTE),
      transformRequest: [],
      transformResponse: [],
      validateStatus: null,
    }),
  );
  http.axiosRef.defaults.headers.common = {};
  return {
    send: async ({ method, path, headers, body, signal, beginWithinMs }) => {
      const answer = await http.axiosRef.request<WireAnswer>({
        method,
        url: path,
        headers: { ...headers },
        data: body,
        abort: signal,
        ...(beginWithinMs !== undefined && { beginWithinMs }),
      });
      return answer.data;
    },
    close: () => pool.destroy(),
  };
}
