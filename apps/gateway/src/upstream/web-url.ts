/**
 * The URL of a page, picture or script, as a client may open it; undefined where it is no http or https URL. KooDrive
 * stores such URLs as users wrote them: a client that shows `javascript:` as a link would run it.
 */
export function toWebUrl(text: unknown): string | undefined {
  if (typeof text !== 'string' || !URL.canParse(text)) return undefined;
  const { protocol, href } = new URL(text);
  return protocol === 'https:' || protocol === 'http:' ? href : undefined;
}
