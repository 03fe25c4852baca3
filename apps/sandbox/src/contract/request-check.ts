import type { Ajv2020, ValidateFunction } from 'ajv/dist/2020.js';
import { createAjv, describeErrors } from './ajv.js';
import { coercionFor, resolve, type Coercion } from './coercion.js';
import type { Contract, ContractOperation, Parameter } from './contract.js';
import { quoteUnsafeIntegers } from './lossless-json.js';
import { parseQuery, type Query } from './query.js';
import { closed } from './schemas.js';

type Headers = Readonly<Record<string, string | string[] | undefined>>;

/** A request as it came. */
export interface RawCall {
  readonly path: Readonly<Record<string, string>>;
  /** Without the question mark. */
  readonly query: string;
  readonly headers: Headers;
  readonly body: Buffer | undefined;
}

/** What the handler gets, and what is wrong with the request (nothing: it keeps the contract). */
export interface CheckedCall {
  readonly reasons: readonly string[];
  readonly query: Readonly<Record<string, string>>;
  readonly body: Readonly<Record<string, unknown>>;
}

type Check = (call: RawCall) => CheckedCall;

const ID = 'requests';

/** Judges requests by the contract. Checks are compiled when an operation is first called. */
export class RequestChecks {
  private readonly ajv: Ajv2020 = createAjv();
  private readonly checks = new Map<string, Check>();

  constructor(private readonly contract: Contract) {
    const schemas = Object.entries(contract.schemas).map(([name, schema]) => [name, closed(schema, ID)]);
    this.ajv.addSchema({ $id: ID, components: { schemas: Object.fromEntries(schemas) as unknown } });
  }

  check(operation: ContractOperation, call: RawCall): CheckedCall {
    const known = this.checks.get(operation.operationId);
    if (known) return known(call);
    const made = this.compile(operation);
    this.checks.set(operation.operationId, made);
    return made(call);
  }

  private compile(operation: ContractOperation): Check {
    const checkPath = this.parameters(operation, 'path');
    const checkQuery = this.parameters(operation, 'query');
    const checkHeaders = headerCheck(operation);
    const checkBody = this.body(operation);
    return (call) => {
      const reasons = checkHeaders(call.headers);
      const query = parseQuery(call.query);
      if (query) reasons.push(...checkQuery(query));
      else reasons.push('query: broken percent escape');
      reasons.push(...checkPath(Object.entries(call.path).map(([name, value]) => [name, [value]])));
      const body = checkBody(call.body, call.headers['content-type'], reasons);
      return { reasons, query: joined(query), body };
    };
  }

  private parameters(operation: ContractOperation, place: 'path' | 'query') {
    const declared = operation.parameters.filter((parameter) => parameter.in === place);
    const readers = new Map(declared.map((parameter) => [parameter.name, this.reader(parameter)]));
    const validate = this.ajv.compile({
      type: 'object',
      additionalProperties: false,
      required: declared.filter(({ required }) => required).map(({ name }) => name),
      properties: Object.fromEntries(declared.map(({ name, schema }) => [name, closed(schema, ID)])),
    });
    return (values: Iterable<readonly [string, readonly string[]]>): string[] => {
      const typed: Record<string, unknown> = {};
      const reasons: string[] = [];
      for (const [name, texts] of values) {
        const reader = readers.get(name);
        if (texts.length > 1 && !reader?.many) reasons.push(`${place}/${name}: given more than once`);
        typed[name] = reader ? reader.read(texts.join(',')) : texts[0];
      }
      if (!validate(typed)) reasons.push(...describeErrors(place, validate.errors));
      return reasons;
    };
  }

  private reader({ schema }: Parameter): { readonly read: Coercion; readonly many: boolean } {
    const { schemas } = this.contract;
    return { read: coercionFor(schema, schemas), many: resolve(schema, schemas).type === 'array' };
  }

  private body({ body }: ContractOperation) {
    const validate = body && this.ajv.compile(closed(body.schema, ID));
    return (bytes: Buffer | undefined, type: Headers[string], reasons: string[]): CheckedCall['body'] => {
      if (!bytes?.length) {
        if (body?.required) reasons.push('body: missing');
        return {};
      }
      if (!validate) {
        reasons.push('body: this operation takes none');
        return {};
      }
      if (type !== undefined && !/^application\/json\s*(;|$)/i.test(String(type)))
        reasons.push('body: not sent as JSON');
      return readBody(bytes, validate, reasons);
    };
  }
}

/**
 * The true JSON is judged, in which an integer beyond 2^53 is a number like any other; the handler gets the same text
 * read once more without loss, in which it is text.
 */
function readBody(bytes: Buffer, validate: ValidateFunction, reasons: string[]): CheckedCall['body'] {
  const text = bytes.toString('utf8');
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    reasons.push('body: not JSON');
    return {};
  }
  if (!validate(value)) {
    reasons.push(...describeErrors('body', validate.errors));
    return {};
  }
  const quoted = quoteUnsafeIntegers(text);
  return (quoted === text ? value : JSON.parse(quoted)) as CheckedCall['body'];
}

function headerCheck({ parameters, languages }: ContractOperation): (headers: Headers) => string[] {
  const required = parameters.filter((parameter) => parameter.in === 'header' && parameter.required);
  return (headers) => {
    const reasons: string[] = [];
    for (const { name } of required) {
      if (headers[name.toLowerCase()] === undefined) reasons.push(`header/${name}: missing`);
    }
    const { language, 'x-traceid': traceId } = headers;
    if (traceId !== undefined && traceId.length !== 58) reasons.push('header/X-Traceid: must be 58 characters');
    if (language !== undefined && !languages.includes(String(language))) {
      reasons.push(`header/language: must be ${languages.join(' or ')}`);
    }
    return reasons;
  };
}

function joined(query: Query | undefined): CheckedCall['query'] {
  const result: Record<string, string> = {};
  for (const [name, values] of query ?? []) result[name] = values.join(',');
  return result;
}
