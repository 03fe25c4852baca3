/** Signatures of the records of a zip archive (PKWARE APPNOTE.TXT). All numbers of a record are little-endian. */
export const ZipSignature = {
  localHeader: 0x04034b50,
  dataDescriptor: 0x08074b50,
  centralHeader: 0x02014b50,
  endOfCentralDirectory: 0x06054b50,
} as const;

export const CompressionMethod = { stored: 0, deflated: 8 } as const;

/** Lengths of the records without their variable fields (names, extra fields, comments). */
export const localHeaderBytes = 30;
export const dataDescriptorBytes = 16;
export const centralHeaderBytes = 46;
export const endOfCentralDirectoryBytes = 22;
