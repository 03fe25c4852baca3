import { type ErrorObject, Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';

type Schema = Readonly<Record<string, unknown>>;
interface Response {
  /** In place of all else: where it is described. */
  readonly $ref?: string;
  /** The problems that a refusal may be. */
  readonly 'x-problem-codes'?: readonly string[];
  readonly content?: Readonly<Record<string, { readonly schema?: Schema }>>;
}
export interface Operation {
  readonly operationId: string;
  readonly summary?: string;
  readonly tags?: readonly string[];
  readonly parameters?: readonly Schema[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> };
  readonly responses: Readonly<Record<string, Response>>;
  readonly security?: readonly object[];
  readonly 'x-scope': string;
  readonly 'x-koodrive-operations': readonly string[];
  /** Seconds for which an answer may be kept; absent where it may not. */
  readonly 'x-fresh-seconds'?: number;
}
export interface OpenApi {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: {
    readonly schemas: Readonly<Record<string, Schema>>;
    readonly parameters?: Schema;
    readonly responses?: Readonly<Record<string, Response>>;
  };
}

/** An answer as the check looks at it. */
export interface CheckedAnswer {
  readonly status: number;
  readonly headers: { get(name: string): string | null };
  readonly text: string;
}

export interface Route {
  readonly method: string;
  readonly path: string;
  readonly operation: Operation;
}

/** Every route of a description. */
export function routesOf({ paths }: OpenApi): Route[] {
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ method: method.toUpperCase(), path, operation })),
  );
}

const id = 'description';
const problems: Response = {
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/ProblemDto' } } },
};

/**
 * Holds answers against the description of the API: status, media type and every member. Members that no schema names
 * are mistakes too, and so is a body where none is described.
 */
export class OpenApiCheck {
  private readonly ajv = new Ajv2020({ strict: false, allErrors: true });
  private readonly shared: Readonly<Record<string, Response>>;
  private readonly compiled = new Map<string, ValidateFunction>();
  private readonly routes: readonly (Route & { readonly form: RegExp })[];

  constructor(description: OpenApi) {
    for (const format of ['int64', 'binary']) this.ajv.addFormat(format, true);
    this.ajv.addFormat('date-time', /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/);
    const { schemas, responses = {} } = description.components;
    this.shared = responses;
    this.ajv.addSchema({ $id: id, components: { schemas: closed(schemas, false) as Schema } });
    // With `fields` an answer holds what was asked for only.
    this.ajv.addSchema({ $id: `${id}-projected`, components: { schemas: closed(schemas, true) as Schema } });
    this.routes = routesOf(description).map((route) => ({
      ...route,
      form: new RegExp(`^${route.path.replace(/\./g, '\\.').replace(/\{[^}]+\}/g, '[^/]+')}$`),
    }));
  }

  /** @throws Error that says how the answer differs from the description */
  check(method: string, address: string, answer: CheckedAnswer): void {
    const faults = this.faults(method === 'HEAD' ? 'GET' : method, address, answer, method === 'HEAD');
    if (faults.length > 0) {
      const said = answer.text.slice(0, 400);
      throw new Error(`${method} ${address}: ${answer.status} is not as described: ${faults.join('; ')}\n${said}`);
    }
  }

  /** @throws Error that says how the body differs from what the route takes */
  checkRequest(method: string, path: string, body: unknown): void {
    const route = this.routes.find((each) => each.method === method && each.path === path);
    const schema = route?.operation.requestBody?.content['application/json']?.schema;
    if (!schema) throw new Error(`${method} ${path} takes no JSON`);
    const validate = this.validator(schema, false);
    if (!validate(body)) throw new Error(`${method} ${path}: ${(validate.errors ?? []).map(words).join('; ')}`);
  }

  private faults(method: string, address: string, answer: CheckedAnswer, bare: boolean): string[] {
    const [path = '', query = ''] = address.split('?');
    const route = this.routes.find(({ method: own, form }) => own === method && form.test(path));
    const responses = route?.operation.responses ?? { default: problems };
    const own = this.resolved(responses[answer.status]);
    const elsewhere = answer.status >= 400 ? this.resolved(responses.default) : undefined;
    const response = own ?? elsewhere;
    if (!response) return [`status ${answer.status} is not described`];
    if (bare || !response.content) return answer.text === '' ? [] : ['a body where none is described'];
    const type = (answer.headers.get('content-type') ?? '').split(';', 1)[0] ?? '';
    const schema = response.content[type]?.schema;
    if (!schema) return [`media type ${type} is not described`];
    if (!/[/+]json$/.test(type)) return [];
    const validate = this.validator(schema, /(^|&)fields=/.test(query));
    const body = JSON.parse(answer.text) as unknown;
    if (!validate(body)) return (validate.errors ?? []).map(words);
    const listed = [own, elsewhere].flatMap((each) => each?.['x-problem-codes'] ?? []);
    const { code } = body as { code?: string };
    if (answer.status < 400 || listed.length === 0 || listed.includes(code ?? '')) return [];
    return [`problem ${code ?? ''} is not described`];
  }

  private resolved(response: Response | undefined): Response | undefined {
    const name = response?.$ref?.split('/').at(-1);
    return name === undefined ? response : this.shared[name];
  }

  private validator(schema: Schema, projected: boolean): ValidateFunction {
    const key = `${JSON.stringify(schema)} ${projected}`;
    const known = this.compiled.get(key);
    if (known) return known;
    const base = projected ? `${id}-projected` : id;
    const rooted = JSON.parse(
      JSON.stringify(closed(schema, projected)).replaceAll('"#/components', `"${base}#/components`),
    ) as Schema;
    const made = this.ajv.compile(rooted);
    this.compiled.set(key, made);
    return made;
  }
}

const words = ({ instancePath, message, params }: ErrorObject): string =>
  `${instancePath || '/'} ${message ?? ''} ${JSON.stringify(params)}`;

/** Schemas whose objects hold nothing but what is named; `projected`: and need not hold it, but for a list itself. */
function closed(node: unknown, projected: boolean): unknown {
  if (Array.isArray(node)) return node.map((member) => closed(member, projected));
  if (node === null || typeof node !== 'object') return node;
  const members = Object.fromEntries(Object.entries(node).map(([name, member]) => [name, closed(member, projected)]));
  if (typeof members.properties !== 'object' || members.properties === null) return members;
  const { required, ...open } = members;
  const isList = 'nextCursor' in members.properties;
  return {
    ...open,
    ...(required !== undefined && (!projected || isList) && { required }),
    additionalProperties: false,
  };
}
