import { bytesPerGibibyte } from '../gateway-api.js';
import type { RequestGenerators, NamedResource, GeneratorContext } from './generator-context.js';

/** The id of a space that may be changed or deleted. Other tests depend on the spaces of the seed data. */
const findOrCreateGroupSpaceId = (context: GeneratorContext): Promise<string> =>
  context.findOrCreateTestResource('/v1/spaces?kind=group', {
    path: '/v1/spaces',
    body: { kind: 'group', name: context.random.createUniqueName('made s') },
  });

const ownerListPaths: Readonly<Record<string, string>> = {
  individual: '/v1/users',
  department: '/v1/departments',
  group: '/v1/groups',
};

/** Generators for spaces and their owners. */
export const spaceRequests: RequestGenerators = {
  'POST /v1/spaces': async (context) => {
    const { random } = context;
    if (random.chance(0.6)) return { body: { kind: 'group', name: random.createUniqueName('made s') } };
    const kind = random.pick(['individual', 'department']);
    const ownerId = random.pick(await context.list(ownerListPaths[kind] ?? '')).id;
    return { body: { kind, ownerId, capacity: bytesPerGibibyte } };
  },
  'PATCH /v1/spaces/{spaceId}': async (context) => ({
    params: {
      spaceId: context.random.chance(0.5) ? (await context.pickSpace()).id : await findOrCreateGroupSpaceId(context),
    },
    body: { capacity: (20 + Math.floor(context.random.nextFloat() * 5)) * bytesPerGibibyte },
  }),
  'DELETE /v1/spaces/{spaceId}': async (context) => {
    const spaceId = await findOrCreateGroupSpaceId(context);
    return { params: { spaceId }, query: { confirm: spaceId } };
  },
  'GET /v1/spaces/by-owner': async (context) => {
    const kind = context.random.pick(Object.keys(ownerListPaths));
    const owner: NamedResource = context.random.pick(await context.list(ownerListPaths[kind] ?? ''));
    return { query: { kind, ownerIds: owner.id } };
  },
  'GET /v1/organization/spaces': (context) => ({
    query: { kind: context.random.pick(Object.keys(ownerListPaths)), limit: '100' },
  }),
};
