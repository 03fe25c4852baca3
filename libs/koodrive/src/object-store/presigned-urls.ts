import { UpstreamProtocolError } from '../failure/errors.js';
import { failureClassifications } from '../failure/failure-classifications.js';
import type { OperationId, OperationRow } from '../operation.js';
import type { AllowedOrigins } from './allowed-origins.js';

/** The longest pre-signed URL that is used or handed out: proxies reject longer headers, such as Location. */
const maxUrlLength = 8192;

/**
 * A pre-signed URL as it is used and handed out: percent-encoded as a browser would do it (WHATWG URL), so that it is
 * ASCII and its signature stays valid.
 * @returns undefined where it is no URL, is too long, or its scheme, host and port are not those of an object store
 */
export function parsePresignedUrl(text: unknown, origins: AllowedOrigins): URL | undefined {
  if (typeof text !== 'string' || text.length > maxUrlLength || !URL.canParse(text)) return undefined;
  const url = new URL(text);
  return origins.allows(url) && url.href.length <= maxUrlLength ? url : undefined;
}

/**
 * Replaces each pre-signed URL of a response by its encoded form. Every response passes here, so that no route can hand
 * out another address (S24). Members without a value are left as they are.
 * @param onUrl called for each URL with whether it belongs to an object store
 * @throws UpstreamProtocolError where a URL does not belong to an object store
 */
export function encodePresignedUrls(
  operation: OperationId,
  { presignedUrlPaths }: OperationRow,
  body: object,
  origins: AllowedOrigins,
  onUrl: (allowed: boolean) => void = () => undefined,
): void {
  for (const path of presignedUrlPaths) {
    replaceAtPath(body, path.split('.'), (value) => {
      if (value === undefined || value === null || value === '') return value;
      const url = parsePresignedUrl(value, origins);
      onUrl(url !== undefined);
      if (url) return url.href;
      const { contractViolation } = failureClassifications;
      throw new UpstreamProtocolError(operation, 'foreign-url', undefined, contractViolation);
    });
  }
}

/** @param path names of members; `[]` after a name means each entry of the list */
function replaceAtPath(node: unknown, [step = '', ...rest]: readonly string[], replace: (value: unknown) => unknown) {
  if (typeof node !== 'object' || node === null) return;
  const name = step.replace(/(\[\])+$/, '');
  const value: unknown = Reflect.get(node, name);
  if (rest.length === 0) {
    if (Object.hasOwn(node, name)) Reflect.set(node, name, replace(value));
    return;
  }
  // Whether the documents promise a list or one object: the upstream may send either form.
  for (const entry of Array.isArray(value) ? value.flat() : [value]) replaceAtPath(entry, rest, replace);
}
