import { type ErrorObject, Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { createPathPattern } from './path-template.js';

type SchemaObject = Readonly<Record<string, unknown>>;
interface ResponseObject {
  /** A reference to the description of the response, in place of all other members. */
  readonly $ref?: string;
  /** The problem codes that an error response may have. */
  readonly 'x-problem-codes'?: readonly string[];
  readonly content?: Readonly<Record<string, { readonly schema?: SchemaObject }>>;
}
export interface OpenApiOperation {
  readonly operationId: string;
  readonly summary?: string;
  readonly tags?: readonly string[];
  readonly parameters?: readonly SchemaObject[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: SchemaObject }>> };
  readonly responses: Readonly<Record<string, ResponseObject>>;
  readonly security?: readonly object[];
  readonly 'x-scope': string;
  /** A read by POST. */
  readonly 'x-safe'?: true;
  readonly 'x-koodrive-operations': readonly string[];
  /** Seconds for which a response may be cached; absent if it may not be cached. */
  readonly 'x-fresh-seconds'?: number;
}
export interface OpenApiDocument {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, Readonly<Record<string, OpenApiOperation>>>>;
  readonly components: {
    readonly schemas: Readonly<Record<string, SchemaObject>>;
    readonly parameters?: SchemaObject;
    readonly responses?: Readonly<Record<string, ResponseObject>>;
  };
}

/** The part of a response that the validator reads. */
export interface ValidatableResponse {
  readonly status: number;
  readonly headers: { get(name: string): string | null };
  readonly text: string;
}

export interface ApiRoute {
  readonly method: string;
  readonly path: string;
  readonly operation: OpenApiOperation;
}

/** Every route of a description. */
export function listRoutes({ paths }: OpenApiDocument): ApiRoute[] {
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ method: method.toUpperCase(), path, operation })),
  );
}

const schemaId = 'description';
const problemResponse: ResponseObject = {
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
};

/**
 * Validates responses against the description of the API: status, media type and every member. A member that no schema
 * declares is a violation, and so is a body where none is described.
 */
export class OpenApiValidator {
  private readonly ajv = new Ajv2020({ strict: false, allErrors: true });
  private readonly sharedResponses: Readonly<Record<string, ResponseObject>>;
  private readonly validators = new Map<string, ValidateFunction>();
  private readonly routes: readonly (ApiRoute & { readonly pathPattern: RegExp })[];

  constructor(description: OpenApiDocument) {
    for (const format of ['int64', 'binary']) this.ajv.addFormat(format, true);
    this.ajv.addFormat('date-time', /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/);
    const { schemas, responses = {} } = description.components;
    this.sharedResponses = responses;
    this.ajv.addSchema({
      $id: schemaId,
      components: { schemas: forbidUndeclaredProperties(schemas, false) as SchemaObject },
    });
    // With `?fields=` a response contains the requested members only.
    this.ajv.addSchema({
      $id: `${schemaId}-projected`,
      components: { schemas: forbidUndeclaredProperties(schemas, true) as SchemaObject },
    });
    this.routes = listRoutes(description).map((route) => ({
      ...route,
      pathPattern: createPathPattern(route.path),
    }));
  }

  /** @param url path and query @throws Error that says how the response differs from the description */
  validateResponse(method: string, url: string, response: ValidatableResponse): void {
    const violations = this.findViolations(method === 'HEAD' ? 'GET' : method, url, response, method === 'HEAD');
    if (violations.length > 0) {
      const text = response.text.slice(0, 400);
      throw new Error(`${method} ${url}: ${response.status} is not as described: ${violations.join('; ')}\n${text}`);
    }
  }

  /** @throws Error that says how the body differs from the schema of the route */
  validateRequestBody(method: string, path: string, body: unknown): void {
    const route = this.routes.find((each) => each.method === method && each.path === path);
    const schema = route?.operation.requestBody?.content['application/json']?.schema;
    if (!schema) throw new Error(`${method} ${path} accepts no JSON`);
    const validate = this.compileValidator(schema, false);
    if (!validate(body)) throw new Error(`${method} ${path}: ${(validate.errors ?? []).map(formatError).join('; ')}`);
  }

  private findViolations(method: string, url: string, response: ValidatableResponse, withoutBody: boolean): string[] {
    const [path = '', query = ''] = url.split('?');
    const route = this.routes.find((each) => each.method === method && each.pathPattern.test(path));
    const responses = route?.operation.responses ?? { default: problemResponse };
    const ownDescription = this.resolveResponse(responses[response.status]);
    const errorDescription = response.status >= 400 ? this.resolveResponse(responses.default) : undefined;
    const description = ownDescription ?? errorDescription;
    if (!description) return [`status ${response.status} is not described`];
    if (withoutBody || !description.content) return response.text === '' ? [] : ['a body where none is described'];
    const type = (response.headers.get('content-type') ?? '').split(';', 1)[0] ?? '';
    const schema = description.content[type]?.schema;
    if (!schema) return [`media type ${type} is not described`];
    if (!/[/+]json$/.test(type)) return [];
    const validate = this.compileValidator(schema, /(^|&)fields=/.test(query));
    const body = JSON.parse(response.text) as unknown;
    if (!validate(body)) return (validate.errors ?? []).map(formatError);
    const listedCodes = [ownDescription, errorDescription].flatMap((each) => each?.['x-problem-codes'] ?? []);
    const { code } = body as { code?: string };
    if (response.status < 400 || listedCodes.length === 0 || listedCodes.includes(code ?? '')) return [];
    return [`problem ${code ?? ''} is not described`];
  }

  private resolveResponse(response: ResponseObject | undefined): ResponseObject | undefined {
    const name = response?.$ref?.split('/').at(-1);
    return name === undefined ? response : this.sharedResponses[name];
  }

  private compileValidator(schema: SchemaObject, projected: boolean): ValidateFunction {
    const key = `${JSON.stringify(schema)} ${projected}`;
    const cached = this.validators.get(key);
    if (cached) return cached;
    const base = projected ? `${schemaId}-projected` : schemaId;
    const standaloneSchema = JSON.parse(
      JSON.stringify(forbidUndeclaredProperties(schema, projected)).replaceAll('"#/components', `"${base}#/components`),
    ) as SchemaObject;
    const validate = this.ajv.compile(standaloneSchema);
    this.validators.set(key, validate);
    return validate;
  }
}

const formatError = ({ instancePath, message, params }: ErrorObject): string =>
  `${instancePath || '/'} ${message ?? ''} ${JSON.stringify(params)}`;

/**
 * The same schemas, but objects with undeclared members are invalid. `projected`: no member is required, except those of
 * a list itself.
 */
function forbidUndeclaredProperties(node: unknown, projected: boolean): unknown {
  if (Array.isArray(node)) return node.map((member) => forbidUndeclaredProperties(member, projected));
  if (node === null || typeof node !== 'object') return node;
  const members = Object.fromEntries(
    Object.entries(node).map(([name, member]) => [name, forbidUndeclaredProperties(member, projected)]),
  );
  if (typeof members.properties !== 'object' || members.properties === null) return members;
  const isList = 'nextCursor' in members.properties;
  if (projected && !isList) delete members.required;
  return { ...members, additionalProperties: false };
}
