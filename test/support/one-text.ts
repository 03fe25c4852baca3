import { type Answer, cacheKey, type CacheKey, type CachePolicy, makeAnswer, type Produce } from '#cache';
import type { Principal } from '#koodrive';

export const mei: Principal = { kind: 'user', userId: 'mei' };
export const jonas: Principal = { kind: 'user', userId: 'jonas' };

export function keyOf(url: string, principal: Principal = mei, policy: Pick<CachePolicy, 'shared'> = {}): CacheKey {
  return cacheKey(principal, { route: 'GET /v1/things/{id}', url, language: 'en' }, policy);
}

/** An upstream with one text, which counts how often it was asked. */
export class OneText {
  text = 'first';
  calls = 0;
  failure: Error | null = null;
  status = 200;
  readonly aborted: AbortSignal[] = [];
  #gate: Promise<void> | null = null;

  /** Holds each answer, read from the text before, until the function that it gives is called. */
  hold(): () => void {
    let open: () => void = () => undefined;
    this.#gate = new Promise((resolve) => (open = resolve));
    return () => {
      this.#gate = null;
      open();
    };
  }

  readonly produce: Produce = async (signal): Promise<Answer> => {
    this.calls += 1;
    this.aborted.push(signal);
    const { text, status, failure } = this;
    await this.#gate;
    if (failure) throw failure;
    return makeAnswer({ status, body: text, contentType: 'text/plain' });
  };
}
