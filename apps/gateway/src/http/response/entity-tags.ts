/** `*`, or the entity tags of a header, each with its quotes and with `W/` where it is weak. */
export type EntityTagList = '*' | readonly string[];

const entityTag = String.raw`(?:W\/)?"[\x21\x23-\x7e\x80-\xff]*"`;
const entityTagPattern = new RegExp(entityTag, 'g');
const entityTagListPattern = new RegExp(String.raw`^\s*${entityTag}(?:\s*,\s*${entityTag})*\s*$`);

/** Parses If-Match or If-None-Match (RFC 9110, 13.1). @returns undefined where it is malformed */
export function parseEntityTags(header: string): EntityTagList | undefined {
  if (header.trim() === '*') return '*';
  return entityTagListPattern.test(header) ? (header.match(entityTagPattern) ?? undefined) : undefined;
}

/** For If-Match and If-Range: weak tags are never equal (RFC 9110, 8.8.3.2). @param etag of the current representation */
export const matchesStrongly = (tags: EntityTagList, etag: string | undefined): boolean =>
  tags === '*' || (etag !== undefined && !isWeak(etag) && tags.includes(etag));

/** For If-None-Match. A malformed header matches nothing. */
export function matchesWeakly(header: string, etag: string | undefined): boolean {
  if (header === etag) return true;
  const tags = parseEntityTags(header);
  if (tags === undefined || tags === '*') return tags === '*';
  return etag !== undefined && tags.some((tag) => stripWeakness(tag) === stripWeakness(etag));
}

const isWeak = (etag: string): boolean => etag.startsWith('W/');
const stripWeakness = (etag: string): string => etag.replace(/^W\//, '');
