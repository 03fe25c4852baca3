import { jsonText, type Outgoing } from '../server/outgoing.js';
import type { FaultCall, FaultEffect } from './fault-rule.js';

const PROXY_PAGE = `<!DOCTYPE html>
<html><head><title>502 Bad Gateway</title></head>
<body><h1>502 Bad Gateway</h1><hr>proxy</body></html>
`;

/** The answer that a fault gives in place of the operation, or undefined when the operation is to run. */
export function answerInPlace(effect: FaultEffect, call: FaultCall): Outgoing | undefined {
  const status = effect.status ?? 200;
  if (effect.tokenExpired && call.lapse) return call.lapse();
  if (effect.html) {
    return { status: effect.status ?? 502, headers: { 'content-type': 'text/html' }, body: PROXY_PAGE };
  }
  if (effect.invalidJson) return jsonText(status, '{"code":0,"msg":"success","data":{"na');
  if (effect.hugeBodyBytes !== undefined) {
    return jsonText(status, `{"code":0,"msg":"success","padding":"${'x'.repeat(effect.hugeBodyBytes)}"}`);
  }
  if (effect.body !== undefined) return givenBody(status, effect.body);
  if (effect.status !== undefined || effect.code !== undefined) {
    return (call.failure ?? defaultFailure(call))(effect.status ?? 400, effect.code);
  }
  return undefined;
}

/** The answer with the headers of the fault, and with `code` as text where the fault says so. */
export function alteredAnswer(effect: FaultEffect, outgoing: Outgoing): Outgoing {
  const body =
    effect.codeAsText && typeof outgoing.body === 'string'
      ? outgoing.body.replace(/"code":(-?\d+)/, '"code":"$1"')
      : outgoing.body;
  return { ...outgoing, headers: { ...outgoing.headers, ...effect.headers }, body };
}

function givenBody(status: number, body: unknown): Outgoing {
  return typeof body === 'string'
    ? { status, headers: { 'content-type': 'text/plain;charset=UTF-8' }, body }
    : jsonText(status, JSON.stringify(body));
}

/** What a part without wording of its own says: the object store speaks XML, the rest JSON. */
function defaultFailure(call: FaultCall): (status: number, code: number | undefined) => Outgoing {
  if (call.part === 'upload' || call.part === 'download') {
    return (status) => ({
      status,
      headers: { 'content-type': 'application/xml' },
      body: `<?xml version="1.0" encoding="UTF-8"?><Error><Code>${xmlCode(status)}</Code></Error>`,
    });
  }
  return (status, code) =>
    jsonText(status, JSON.stringify({ code: code ?? 13000201, msg: 'inner server invoke failure' }));
}

function xmlCode(status: number): string {
  if (status === 503) return 'SlowDown';
  return status >= 500 ? 'InternalError' : 'AccessDenied';
}
