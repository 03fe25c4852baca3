import { HttpService } from '@nestjs/axios';
import axios from 'axios';
import { Pool } from 'undici';
import { type ConnectionOptions, toUndiciOptions } from './connection-options.js';
import type { Transport, WireResponse } from './transport.js';
import { createUndiciAdapter } from './undici-adapter.js';

export interface TransportOptions extends ConnectionOptions {
  /** Scheme, host and port. The transport calls no other origin. */
  readonly origin: string;
  /** Max bytes of a response body; default 16 MiB. */
  readonly maxResponseBytes?: number;
}

const defaultMaxResponseBytes = 16 * 2 ** 20;

/** Creates a transport of @nestjs/axios over a pool of keep-alive connections. */
export function createTransport(options: TransportOptions): Transport {
  const pool = new Pool(options.origin, toUndiciOptions(options));
  const http = new HttpService(
    axios.create({
      adapter: createUndiciAdapter(pool, options.maxResponseBytes ?? defaultMaxResponseBytes),
      transformRequest: [],
      transformResponse: [],
      validateStatus: null,
    }),
  );
  http.axiosRef.defaults.headers.common = {};
  return {
    send: async ({ method, path, headers, body, signal, headersTimeoutMs }) => {
      const response = await http.axiosRef.request<WireResponse>({
        method,
        url: path,
        headers: { ...headers },
        data: body,
        abortSignal: signal,
        headersTimeoutMs,
      });
      return response.data;
    },
    close: () => pool.destroy(),
  };
}
