import type { RequestGenerators, GeneratorContext } from './generator-context.js';

const contentSha256 = 'd5757c6fe0882122d45456d1ecd2fbce59abfb00f86508be7f62304e7b0ec6d9';

async function pickMessageIds(context: GeneratorContext): Promise<{ ids: string[] }> {
  return { ids: context.random.pickSome(await context.list('/v1/messages'), 2).map(({ id }) => id) };
}

const pickFavoritableFile = async (context: GeneratorContext): Promise<object> => {
  const { id: spaceId } = await context.pickSpace(['individual', 'department']);
  return { spaceId, fileId: (await context.pickFile(spaceId)).id };
};

/** Generators for messages, favorites, reviews of contents, and batches. */
export const messageRequests: RequestGenerators = {
  'POST /v1/messages/read': async (context) => ({ body: await pickMessageIds(context) }),
  'POST /v1/messages/read-all': () => ({}),
  'POST /v1/messages/delete': async (context) => ({ body: await pickMessageIds(context) }),
  'DELETE /v1/messages': () => ({ query: { confirm: 'all' } }),
  'POST /v1/me/favorites': async (context) => ({ body: { files: [await pickFavoritableFile(context)] } }),
  'POST /v1/me/favorites/remove': async (context) => {
    const body = { files: [await pickFavoritableFile(context)] };
    await context.perform('POST', '/v1/me/favorites', { body });
    return { body };
  },
  'POST /v1/batch': () => ({
    body: {
      requests: [
        { id: 'me', path: '/v1/me' },
        { id: 'spaces', path: '/v1/spaces?limit=2' },
      ],
    },
  }),
  'PUT /v1/reviews': (context) => ({
    body: {
      reviews: [{ sha256: contentSha256, size: 11_239, verdict: context.random.pick(['normal', 'high-sensitivity']) }],
    },
  }),
  'POST /v1/reviews/find': () => ({ body: { contents: [{ sha256: contentSha256, size: 11_239 }] } }),
};
