import type { ApiRoute } from '../openapi-validator.js';
import { listParameters } from '../invalid-requests.js';
import { NoCandidateError } from './seeded-random.js';
import { fileRequests } from './file-requests.js';
import { messageRequests } from './message-requests.js';
import { organizationRequests } from './organization-requests.js';
import { sessionRequests } from './session-requests.js';
import { shareRequests } from './share-requests.js';
import { spaceRequests } from './space-requests.js';
import type { RequestGenerator, RequestGenerators, GeneratorContext } from './generator-context.js';

const generators: RequestGenerators = {
  ...spaceRequests,
  ...fileRequests,
  ...shareRequests,
  ...organizationRequests,
  ...messageRequests,
  ...sessionRequests,
};

export const formatRoute = ({ method, path }: Pick<ApiRoute, 'method' | 'path'>): string => `${method} ${path}`;

/**
 * The generator of a route: its own generator or, for reads, one that uses the names of the route's parameters. Undefined
 * if there is neither.
 */
export function findGenerator(route: ApiRoute): RequestGenerator | undefined {
  const generator = generators[formatRoute(route)];
  if (generator) return generator;
  if (route.method !== 'GET') return undefined;
  const names = listParameters(route, 'path').map(({ name }) => name);
  if (!names.every((name) => Object.hasOwn(idFinders, name))) return undefined;
  return async (context) => {
    const params: Record<string, string> = {};
    for (const name of names) params[name] = (await idFinders[name]?.(context, params)) ?? '';
    return { params, query: await generateQuery(context, route, params) };
  };
}

type IdFinder = (context: GeneratorContext, params: Readonly<Record<string, string>>) => Promise<string>;
const pickIdFrom =
  (path: string): IdFinder =>
  async (context) =>
    context.random.pick(await context.list(path)).id;

/** Finds the id for a path parameter, by the name of the parameter. */
const idFinders: Readonly<Record<string, IdFinder>> = {
  spaceId: async (context) => (await context.pickSpace()).id,
  fileId: async (context, { spaceId = '' }) => (await context.pickFile(spaceId)).id,
  groupId: pickIdFrom('/v1/groups'),
  userId: pickIdFrom('/v1/users'),
  departmentId: pickIdFrom('/v1/departments'),
  templateId: pickIdFrom('/v1/permission-templates'),
  taskId: pickIdFrom('/v1/user-tasks'),
};

/** Adds random filters, and the greatest page size, so that all changes of a list are seen. */
async function generateQuery(
  context: GeneratorContext,
  route: ApiRoute,
  { spaceId }: Readonly<Record<string, string>>,
): Promise<Record<string, string>> {
  const { random } = context;
  const query: Record<string, string> = {};
  for (const { name, schema } of listParameters(route, 'query')) {
    if (name === 'limit') query.limit = '100';
    else if (random.chance(0.7)) continue;
    // A list of words, such as `expand`: use all of them.
    else if (schema.items?.enum) query[name] = schema.items.enum.join(',');
    else if (schema.enum) query[name] = String(random.pick(schema.enum));
    else if (name === 'q') query.q = random.pick(['e', 'n', '王']);
    else if (name === 'parent' && spaceId !== undefined) query.parent = await context.pickParentFolderId(spaceId);
    else if (name === 'department' || name === 'parent' || name === 'root') {
      query[name] = random.pick(await context.list('/v1/departments')).id;
    }
  }
  return query;
}

/** @returns path and query of a request @throws NoCandidateError if a path parameter has no value */
export function buildPath(
  path: string,
  params: Readonly<Record<string, string>> = {},
  query: Readonly<Record<string, string>> = {},
): string {
  const filledPath = path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = params[name];
    if (value === undefined) throw new NoCandidateError(`no ${name}`);
    return encodeURIComponent(value);
  });
  const queryText = new URLSearchParams(query).toString();
  return queryText ? `${filledPath}?${queryText}` : filledPath;
}
