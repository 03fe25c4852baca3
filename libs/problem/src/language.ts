import type { Language } from './catalogue.js';

/** More ranges than any browser sends are not read: the header is a caller's and may be long. */
const most = 16;

/**
 * The language of problem texts by `Accept-Language` (RFC 9110, 12.5.4). English where neither is asked for; the
 * earlier one where both weigh the same.
 */
export function preferredLanguage(header: string | undefined): Language {
  if (!header) return 'en';
  let best: Language = 'en';
  let bestWeight = 0;
  for (const range of header.split(',', most)) {
    const [tag = '', ...parameters] = range.split(';');
    const language = languageOf(tag.trim().toLowerCase());
    const weight = weightOf(parameters);
    if (language && weight > bestWeight) {
      best = language;
      bestWeight = weight;
    }
  }
  return best;
}

function languageOf(tag: string): Language | undefined {
  if (tag === 'zh' || tag.startsWith('zh-')) return 'zh';
  if (tag === 'en' || tag.startsWith('en-') || tag === '*') return 'en';
  return undefined;
}

function weightOf(parameters: readonly string[]): number {
  for (const parameter of parameters) {
    const match = /^\s*q=([01](?:\.\d{0,3})?)\s*$/i.exec(parameter);
    if (match) return Number(match[1]);
  }
  return 1;
}
