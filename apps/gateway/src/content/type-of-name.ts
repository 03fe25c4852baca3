/** The upstream wants the caller to say what kind of file it is: told by the ending of the name (facts/files.md, "Values"). */
const endings: Readonly<Record<string, readonly string[]>> = {
  15: ['jpg', 'jpeg', 'png', 'gif', 'bmp', 'webp', 'tif', 'tiff', 'svg', 'heic', 'ico'],
  20: ['mp4', 'mov', 'avi', 'mkv', 'wmv', 'flv', 'webm', 'm4v', '3gp', 'mpeg', 'mpg'],
  26: ['doc', 'docx', 'dot', 'dotx', 'wps', 'rtf', 'odt'],
  27: ['xls', 'xlsx', 'xlsm', 'csv', 'et', 'ods'],
  28: ['ppt', 'pptx', 'pps', 'ppsx', 'dps', 'odp'],
  30: ['mp3', 'wav', 'flac', 'aac', 'ogg', 'm4a', 'wma', 'amr'],
  35: ['zip', 'rar', '7z', 'tar', 'gz', 'tgz', 'bz2', 'xz'],
  40: ['exe', 'msi', 'apk', 'ipa', 'dmg', 'deb', 'rpm', 'hap'],
};
const codes = new Map(Object.entries(endings).flatMap(([code, list]) => list.map((ending) => [ending, code] as const)));

export type FileTypeCode = '15' | '20' | '26' | '27' | '28' | '30' | '35' | '40' | '45';

export function typeOfName(name: string): FileTypeCode {
  const ending = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
  return (codes.get(ending) ?? '45') as FileTypeCode;
}
