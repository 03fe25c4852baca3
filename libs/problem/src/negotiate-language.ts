import type { Language } from './problem-catalog.js';

/** More ranges than any browser sends. The rest is ignored: a caller can make the header long. */
const maxLanguageRanges = 16;

/**
 * The language of problem texts by `Accept-Language` (RFC 9110, 12.5.4). English if the header accepts neither
 * language; the earlier range if both have the same weight.
 */
export function negotiateLanguage(header: string | undefined): Language {
  if (!header) return 'en';
  let best: Language = 'en';
  let bestWeight = 0;
  for (const range of header.split(',', maxLanguageRanges)) {
    const [tag = '', ...parameters] = range.split(';');
    const language = matchLanguage(tag.trim().toLowerCase());
    const weight = parseQualityValue(parameters);
    if (language && weight > bestWeight) {
      best = language;
      bestWeight = weight;
    }
  }
  return best;
}

function matchLanguage(tag: string): Language | undefined {
  if (tag === 'zh' || tag.startsWith('zh-')) return 'zh';
  if (tag === 'en' || tag.startsWith('en-') || tag === '*') return 'en';
  return undefined;
}

function parseQualityValue(parameters: readonly string[]): number {
  for (const parameter of parameters) {
    const match = /^\s*q=([01](?:\.\d{0,3})?)\s*$/i.exec(parameter);
    if (match) return Number(match[1]);
  }
  return 1;
}
