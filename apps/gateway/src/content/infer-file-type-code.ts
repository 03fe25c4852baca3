/**
 * The upstream requires the file type with an upload. It is inferred from the extension of the file name
 * (libs/koodrive/contract/facts/files.md, "Values").
 */
const extensionsByTypeCode: Readonly<Record<string, readonly string[]>> = {
  15: ['jpg', 'jpeg', 'png', 'gif', 'bmp', 'webp', 'tif', 'tiff', 'svg', 'heic', 'ico'],
  20: ['mp4', 'mov', 'avi', 'mkv', 'wmv', 'flv', 'webm', 'm4v', '3gp', 'mpeg', 'mpg'],
  26: ['doc', 'docx', 'dot', 'dotx', 'wps', 'rtf', 'odt'],
  27: ['xls', 'xlsx', 'xlsm', 'csv', 'et', 'ods'],
  28: ['ppt', 'pptx', 'pps', 'ppsx', 'dps', 'odp'],
  30: ['mp3', 'wav', 'flac', 'aac', 'ogg', 'm4a', 'wma', 'amr'],
  35: ['zip', 'rar', '7z', 'tar', 'gz', 'tgz', 'bz2', 'xz'],
  40: ['exe', 'msi', 'apk', 'ipa', 'dmg', 'deb', 'rpm', 'hap'],
};
const typeCodeByExtension = new Map(
  Object.entries(extensionsByTypeCode).flatMap(([code, extensions]) =>
    extensions.map((extension) => [extension, code] as const),
  ),
);
const otherTypeCode = '45';

type FileTypeCode = '15' | '20' | '26' | '27' | '28' | '30' | '35' | '40' | '45';

/**
 * The upstream's code for the type of a file, for example `26` for Word documents; `45` (other) for unknown extensions.
 */
export function inferFileTypeCode(name: string): FileTypeCode {
  const extension = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
  return (typeCodeByExtension.get(extension) ?? otherTypeCode) as FileTypeCode;
}
