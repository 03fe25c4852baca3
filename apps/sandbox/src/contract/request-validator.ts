import type { Ajv2020, ValidateFunction } from 'ajv/dist/2020.js';
import { createAjv, describeErrors } from './ajv.js';
import { createCoercion, resolveReference, type Coercion } from './coercion.js';
import type { Contract, ContractOperation, ContractParameter } from './contract.js';
import { quoteUnsafeIntegers } from './lossless-json.js';
import { parseQuery, type ParsedQuery } from './query.js';
import { toStrictSchema } from './schemas.js';

type RequestHeaders = Readonly<Record<string, string | string[] | undefined>>;

/** A raw request with the path parameters of its route. */
export interface RoutedCall {
  readonly path: Readonly<Record<string, string>>;
  /** Without the question mark. */
  readonly query: string;
  readonly headers: RequestHeaders;
  readonly body: Buffer | undefined;
}

/** The inputs of the handler, and the mistakes in the request. `reasons` is empty for a valid request. */
export interface ValidatedCall {
  readonly reasons: readonly string[];
  readonly query: Readonly<Record<string, string>>;
  readonly body: Readonly<Record<string, unknown>>;
}

type CallValidator = (call: RoutedCall) => ValidatedCall;

const schemaId = 'requests';

/** Checks requests against the contract. The checks of an operation are compiled at its first call. */
export class RequestValidator {
  private readonly ajv: Ajv2020 = createAjv();
  private readonly validators = new Map<string, CallValidator>();

  constructor(private readonly contract: Contract) {
    const schemas = Object.entries(contract.schemas).map(([name, schema]) => [name, toStrictSchema(schema, schemaId)]);
    this.ajv.addSchema({ $id: schemaId, components: { schemas: Object.fromEntries(schemas) as unknown } });
  }

  validate(operation: ContractOperation, call: RoutedCall): ValidatedCall {
    let validator = this.validators.get(operation.operationId);
    if (!validator) {
      validator = this.compile(operation);
      this.validators.set(operation.operationId, validator);
    }
    return validator(call);
  }

  private compile(operation: ContractOperation): CallValidator {
    const checkPath = this.compileParameters(operation, 'path');
    const checkQuery = this.compileParameters(operation, 'query');
    const checkHeaders = createHeaderValidator(operation);
    const checkBody = this.compileBody(operation);
    return (call) => {
      const reasons = checkHeaders(call.headers);
      const query = parseQuery(call.query);
      if (query) reasons.push(...checkQuery(query));
      else reasons.push('query: broken percent escape');
      reasons.push(...checkPath(Object.entries(call.path).map(([name, value]) => [name, [value]])));
      const body = checkBody(call.body, call.headers['content-type'], reasons);
      return { reasons, query: joinValues(query), body };
    };
  }

  private compileParameters(operation: ContractOperation, location: 'path' | 'query') {
    const declared = operation.parameters.filter((parameter) => parameter.in === location);
    const readers = new Map(declared.map((parameter) => [parameter.name, this.createParameterReader(parameter)]));
    const validate = this.ajv.compile({
      type: 'object',
      additionalProperties: false,
      required: declared.filter(({ required }) => required).map(({ name }) => name),
      properties: Object.fromEntries(declared.map(({ name, schema }) => [name, toStrictSchema(schema, schemaId)])),
    });
    return (values: Iterable<readonly [string, readonly string[]]>): string[] => {
      const typed: Record<string, unknown> = {};
      const reasons: string[] = [];
      for (const [name, texts] of values) {
        const reader = readers.get(name);
        if (texts.length > 1 && !reader?.isArray) reasons.push(`${location}/${name}: given more than once`);
        typed[name] = reader ? reader.read(texts.join(',')) : texts[0];
      }
      if (!validate(typed)) reasons.push(...describeErrors(location, validate.errors));
      return reasons;
    };
  }

  private createParameterReader({ schema }: ContractParameter): { readonly read: Coercion; readonly isArray: boolean } {
    const { schemas } = this.contract;
    return { read: createCoercion(schema, schemas), isArray: resolveReference(schema, schemas).type === 'array' };
  }

  private compileBody({ body }: ContractOperation) {
    const validate = body && this.ajv.compile(toStrictSchema(body.schema, schemaId));
    return (bytes: Buffer | undefined, type: RequestHeaders[string], reasons: string[]): ValidatedCall['body'] => {
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
      return parseBody(bytes, validate, reasons);
    };
  }
}

/**
 * Checks the JSON with plain numbers, as the schemas type integers beyond 2^53 as numbers. The handler gets the same
 * text parsed without loss, where such integers are text.
 */
function parseBody(bytes: Buffer, validate: ValidateFunction, reasons: string[]): ValidatedCall['body'] {
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
  const losslessText = quoteUnsafeIntegers(text);
  return (losslessText === text ? value : JSON.parse(losslessText)) as ValidatedCall['body'];
}

/** The length of X-Traceid (facts/auth.md). */
const traceIdLength = 58;

function createHeaderValidator({ parameters, languages }: ContractOperation): (headers: RequestHeaders) => string[] {
  const required = parameters.filter((parameter) => parameter.in === 'header' && parameter.required);
  return (headers) => {
    const reasons: string[] = [];
    for (const { name } of required) {
      if (headers[name.toLowerCase()] === undefined) reasons.push(`header/${name}: missing`);
    }
    const { language, 'x-traceid': traceId } = headers;
    if (traceId !== undefined && traceId.length !== traceIdLength) {
      reasons.push(`header/X-Traceid: must be ${traceIdLength} characters`);
    }
    if (language !== undefined && !languages.includes(String(language))) {
      reasons.push(`header/language: must be ${languages.join(' or ')}`);
    }
    return reasons;
  };
}

function joinValues(query: ParsedQuery | undefined): ValidatedCall['query'] {
  const result: Record<string, string> = {};
  for (const [name, values] of query ?? []) result[name] = values.join(',');
  return result;
}
