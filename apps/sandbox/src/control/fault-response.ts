import { errorCodes, lookUpError } from '../contract/errors.js';
import { jsonResponse, type OutgoingResponse } from '../server/outgoing-response.js';
import type { FaultCall, FaultEffect } from './fault-rule.js';

const proxyErrorPage = `<!DOCTYPE html>
<html><head><title>502 Bad Gateway</title></head>
<body><h1>502 Bad Gateway</h1><hr>proxy</body></html>
`;

/** The response that a fault sends instead of the operation's, or undefined when the operation is to run. */
export function createFaultResponse(effect: FaultEffect, call: FaultCall): OutgoingResponse | undefined {
  const status = effect.status ?? 200;
  if (effect.tokenExpired && call.expireCredential) return call.expireCredential();
  if (effect.html) {
    return { status: effect.status ?? 502, headers: { 'content-type': 'text/html' }, body: proxyErrorPage };
  }
  if (effect.invalidJson) return jsonResponse(status, '{"code":0,"msg":"success","data":{"na');
  if (effect.hugeBodyBytes !== undefined) {
    return jsonResponse(status, `{"code":0,"msg":"success","padding":"${'x'.repeat(effect.hugeBodyBytes)}"}`);
  }
  if (effect.body !== undefined) return bodyResponse(status, effect.body);
  if (effect.status !== undefined || effect.code !== undefined) {
    return (call.failureResponse ?? createDefaultFailure(call))(effect.status ?? 400, effect.code);
  }
  return undefined;
}

/** Adds the headers of the fault to a response. With `codeAsText`, turns its `code` into text. */
export function alterResponse(effect: FaultEffect, outgoing: OutgoingResponse): OutgoingResponse {
  const body =
    effect.codeAsText && typeof outgoing.body === 'string'
      ? outgoing.body.replace(/"code":(-?\d+)/, '"code":"$1"')
      : outgoing.body;
  return { ...outgoing, headers: { ...outgoing.headers, ...effect.headers }, body };
}

function bodyResponse(status: number, body: unknown): OutgoingResponse {
  return typeof body === 'string'
    ? { status, headers: { 'content-type': 'text/plain;charset=UTF-8' }, body }
    : jsonResponse(status, JSON.stringify(body));
}

/** The failure of a target without its own error format: XML for the object store, JSON for the others. */
function createDefaultFailure(call: FaultCall): (status: number, code: number | undefined) => OutgoingResponse {
  if (call.part === 'upload' || call.part === 'download') {
    return (status) => ({
      status,
      headers: { 'content-type': 'application/xml' },
      body: `<?xml version="1.0" encoding="UTF-8"?><Error><Code>${s3ErrorCode(status)}</Code></Error>`,
    });
  }
  return (status, code) =>
    jsonResponse(
      status,
      JSON.stringify({ code: code ?? errorCodes.internalError, msg: lookUpError(errorCodes.internalError).message }),
    );
}

function s3ErrorCode(status: number): string {
  if (status === 503) return 'SlowDown';
  return status >= 500 ? 'InternalError' : 'AccessDenied';
}
