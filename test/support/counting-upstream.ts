import {
  type SerializedResponse,
  createCacheKey,
  type CacheKey,
  type CachePolicy,
  createSerializedResponse,
  type ResponseLoader,
} from '#cache';
import type { Principal } from '#koodrive';

export const meiPrincipal: Principal = { kind: 'user', userId: 'mei' };
export const jonasPrincipal: Principal = { kind: 'user', userId: 'jonas' };

export function buildCacheKey(
  url: string,
  principal: Principal = meiPrincipal,
  policy: Pick<CachePolicy, 'sharedAcrossPrincipals'> = {},
): CacheKey {
  return createCacheKey(principal, { route: 'GET /v1/things/{id}', url, language: 'en' }, policy);
}

/** An upstream that responds with one text and counts its calls. */
export class CountingUpstream {
  text = 'first';
  callCount = 0;
  failure: Error | undefined;
  status = 200;
  /** The signal of each call, aborted or not. */
  readonly signals: AbortSignal[] = [];
  private gate: Promise<void> | undefined;

  /** Delays each response until the returned function is called. A response has the text of the time of its call. */
  holdResponses(): () => void {
    let release: () => void = () => undefined;
    this.gate = new Promise((resolve) => (release = resolve));
    return () => {
      this.gate = undefined;
      release();
    };
  }

  readonly loadResponse: ResponseLoader = async (signal): Promise<SerializedResponse> => {
    this.callCount += 1;
    this.signals.push(signal);
    const { text, status, failure } = this;
    await this.gate;
    if (failure) throw failure;
    return createSerializedResponse({ status, body: text, contentType: 'text/plain' });
  };
}
