import { waitForJobEnd } from './file-requests.js';
import type {
  RequestGenerator,
  RequestGenerators,
  NamedResource,
  GeneratorContext,
  ValidRequest,
} from './generator-context.js';

interface CreatedLink {
  readonly code: string;
  readonly id: string;
}

const listOtherUsers = async (context: GeneratorContext): Promise<NamedResource[]> =>
  (await context.list('/v1/users')).filter(({ id, status }) => id !== context.caller.userId && status === 'enabled');

async function pickRecipients(context: GeneratorContext): Promise<object> {
  const { random } = context;
  const kindChoice = random.nextFloat();
  if (kindChoice < 0.2) return { departmentIds: [random.pick(await context.list('/v1/departments')).id] };
  if (kindChoice < 0.4) return { groupIds: [random.pick(await context.list('/v1/groups')).id] };
  return { userIds: random.pickSome(await listOtherUsers(context), 3).map(({ id }) => id) };
}

async function generateShareBody(context: GeneratorContext, scope?: string): Promise<object> {
  const { random } = context;
  const { id: spaceId } = await context.pickSpace();
  const shareScope = scope ?? random.pick(['organization', 'selected', 'selected', 'external']);
  const body = { spaceId, fileIds: [(await context.pickFile(spaceId)).id], scope: shareScope, validDays: 7 };
  return shareScope === 'selected' ? { ...body, ...(await pickRecipients(context)) } : body;
}

const createShare = async (context: GeneratorContext, scope: string, members: object = {}): Promise<CreatedLink> =>
  context.perform<CreatedLink>('POST', '/v1/shares', {
    body: { ...(await generateShareBody(context, scope)), ...members },
  });

const pickOwnShare = async (context: GeneratorContext): Promise<NamedResource> =>
  context.random.pick(await context.list('/v1/shares'));
const pickReceivedShare = async (context: GeneratorContext): Promise<NamedResource> =>
  context.random.pick(await context.list('/v1/shares/received'));

/** The generators for the routes of one kind of link. */
function buildLinkRequests(base: string, scope: string): RequestGenerators {
  const createLink = async (context: GeneratorContext): Promise<{ code: string }> => ({
    code: (await createShare(context, scope)).code,
  });
  const createLinkToFile = async (context: GeneratorContext): Promise<{ code: string; fileId: string }> => {
    const { id: spaceId } = await context.pickSpace();
    const name = encodeURIComponent(`${context.random.createUniqueName('shared')}.txt`);
    const file = await context.perform<NamedResource>('PUT', `/v1/spaces/${spaceId}/content?name=${name}`, {
      bytes: 'shared',
    });
    const body = { spaceId, fileIds: [file.id], scope, validDays: 7 };
    return { code: (await context.perform<CreatedLink>('POST', '/v1/shares', { body })).code, fileId: file.id };
  };
  const createJobBody = async (context: GeneratorContext, action: string): Promise<{ code: string; body: object }> => {
    const { code, fileId } = await createLinkToFile(context);
    if (base === '/v1/public-links') return { code, body: { fileIds: [fileId], name: 'packed' } };
    if (action === 'package') return { code, body: { action, fileIds: [fileId], name: 'packed' } };
    return { code, body: { action, fileIds: [fileId], targetSpaceId: (await context.pickSpace()).id } };
  };
  const startJob: RequestGenerator = async (context) => {
    const { code, body } = await createJobBody(context, 'save');
    const { id } = await context.perform<NamedResource>('POST', `${base}/${code}/jobs`, { body });
    return { params: { code, jobId: id } };
  };
  return {
    [`GET ${base}/{code}`]: async (context) => ({ params: await createLink(context) }),
    [`POST ${base}/{code}/unlock`]: async (context) => {
      const extractCode = 'a1B2c3D4';
      return { params: { code: (await createShare(context, scope, { extractCode })).code }, body: { extractCode } };
    },
    [`GET ${base}/{code}/files`]: async (context) => ({ params: await createLink(context) }),
    [`GET ${base}/{code}/files/{fileId}/content`]: async (context) => ({ params: await createLinkToFile(context) }),
    [`POST ${base}/{code}/jobs`]: async (context): Promise<ValidRequest> => {
      const { code, body } = await createJobBody(context, context.random.pick(['save', 'save', 'package']));
      const waitForEffects: ValidRequest['waitForEffects'] = ({ headers }) =>
        waitForJobEnd(context, headers.get('location') ?? '');
      return { params: { code }, body, waitForEffects };
    },
    [`GET ${base}/{code}/jobs/{jobId}`]: startJob,
    [`GET ${base}/{code}/jobs/{jobId}/events`]: startJob,
  };
}

/** Generators for own and received shares, and for their links. */
export const shareRequests: RequestGenerators = {
  'POST /v1/shares': async (context) => ({ body: await generateShareBody(context) }),
  'GET /v1/shares/{shareId}': async (context) => ({ params: { shareId: (await pickOwnShare(context)).id } }),
  'PATCH /v1/shares/{shareId}': async (context) => {
    const share = await pickOwnShare(context);
    const body =
      share.scope === 'selected'
        ? await pickRecipients(context)
        : { comment: context.random.createUniqueName('comment') };
    return { params: { shareId: share.id }, body };
  },
  'DELETE /v1/shares/{shareId}': async (context) => ({ params: { shareId: (await pickOwnShare(context)).id } }),
  'POST /v1/shares/cancel': async (context) => ({ body: { shareIds: [(await pickOwnShare(context)).id] } }),
  'GET /v1/shares/received/{shareId}': async (context) => ({
    params: { shareId: (await pickReceivedShare(context)).id },
  }),
  'POST /v1/shares/received/leave': async (context) => ({
    body: { shareIds: [(await pickReceivedShare(context)).id] },
  }),
  ...buildLinkRequests('/v1/share-links', 'organization'),
  ...buildLinkRequests('/v1/public-links', 'external'),
};
