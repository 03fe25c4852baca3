import { BAD_REQUEST } from '../contract/errors.js';
import { jsonText, type Outgoing } from '../server/outgoing.js';

/** The credential is missing, stale, wrong, or of a kind that the operation does not take. */
export class NotAuthenticated extends Error {
  override readonly name = 'NotAuthenticated';

  /** `reason` is for the ledger: it never holds a token or a signature. */
  constructor(
    readonly reason: string,
    readonly kind: 'token' | 'signature' | 'none' = 'token',
  ) {
    super(reason);
  }
}

/**
 * KooDrive's answer to a bad credential. The status is documented; that the code is 13000101 is inferred, since the
 * error table names none for it.
 */
export function unauthorized(code: number | string = BAD_REQUEST): Outgoing {
  return jsonText(401, JSON.stringify({ code, msg: 'Authentication failed.' }));
}

/** The same from an API Gateway standing before KooDrive (facts/auth.md: its codes and its shape of an error). */
export function gatewayUnauthorized(requestId: string): Outgoing {
  const body = {
    error_msg: 'Incorrect app authentication information',
    error_code: 'APIG.0303',
    request_id: requestId,
  };
  return jsonText(401, JSON.stringify(body));
}
