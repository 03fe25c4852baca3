import { errorCodes } from '../contract/errors.js';
import { jsonResponse, type OutgoingResponse } from '../server/outgoing-response.js';

/** The credential is missing, expired, wrong, or of a kind that the operation does not accept. */
export class AuthenticationError extends Error {
  override readonly name = 'AuthenticationError';

  /** @param reason text for the ledger, without a token or a signature */
  constructor(
    readonly reason: string,
    readonly kind: 'token' | 'signature' | 'none' = 'token',
  ) {
    super(reason);
  }
}

/**
 * KooDrive's response to a wrong credential. The status is documented. The code badRequest is inferred, as the error
 * table has no code for this case.
 */
export function unauthorizedResponse(code: number | string = errorCodes.badRequest): OutgoingResponse {
  return jsonResponse(401, JSON.stringify({ code, msg: 'Authentication failed.' }));
}

/** The response of an API Gateway in front of KooDrive to a wrong signature (facts/auth.md: codes and error shape). */
export function apiGatewayUnauthorizedResponse(requestId: string): OutgoingResponse {
  const body = {
    error_msg: 'Incorrect app authentication information',
    error_code: 'APIG.0303',
    request_id: requestId,
  };
  return jsonResponse(401, JSON.stringify(body));
}
