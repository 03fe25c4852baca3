import { createInvalidInputProblem, encodePointerToken, type ProblemError } from '#problem';

const escapeText = { en: 'must be UTF-8, escaped as %XX', zh: '必须是以 %XX 转义的 UTF-8' };

/**
 * The problem of a query parameter that is not UTF-8. The framework leaves such a text as it is, so that a file would be
 * called `100%zz`. Bytes without an escape never arrive here: Node rejects them.
 */
export function findQueryEscapeProblem(url: string): ProblemError | undefined {
  const queryStart = url.indexOf('?');
  if (queryStart < 0 || isDecodable(url.slice(queryStart + 1))) return undefined;
  for (const parameter of url.slice(queryStart + 1).split('&')) {
    if (!isDecodable(parameter)) return createEscapeProblem(parameter.split('=', 1)[0] ?? '');
  }
  return undefined;
}

/** The problem of a path parameter that is not UTF-8. @param template of a route that the path matches: `/v1/jobs/:jobId` */
export function findPathEscapeProblem(url: string, template: string): ProblemError | undefined {
  const segments = url.split('?', 1)[0]?.split('/') ?? [];
  const name = template.split('/').find((part, index) => part.startsWith(':') && !isDecodable(segments[index] ?? ''));
  return name === undefined ? undefined : createEscapeProblem(name.slice(1));
}

const createEscapeProblem = (name: string): ProblemError =>
  createInvalidInputProblem(encodePointerToken(isDecodable(name) ? decodeURIComponent(name) : name), escapeText);

function isDecodable(text: string): boolean {
  try {
    decodeURIComponent(text);
    return true;
  } catch {
    return false;
  }
}
