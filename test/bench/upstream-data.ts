/* The responses of the upstream of the bench: 50 files of a folder in about 24 kB, and one object of 1 MiB. */

export const benchSpaceId = 'IAADfsBFCO6WtAtuAbench0000000000000000000000000';
export const benchUserId = '369528171409614001';
export const benchFileId = 'Fk0nBench0000000000000000000000001';
export const listingPath = '/koodrive/ose/v1/files/0';
export const objectPath = '/bench-objects/one';
export const listingRequest = {
  containerId: benchSpaceId,
  parentFileId: 'root',
  pageInfo: { pageSize: 50 },
};

const fileCount = 50;
const maxListingBytes = 24_000;

/** An entry like the contract's example, with as many fields as fit into 24 kB for 50 files. */
const buildFileEntry = (number: number, name: string): Record<string, unknown> => ({
  id: `Fk0nBench${String(number).padStart(25, '0')}`,
  fileName: `${name}.pdf`,
  mimeType: 'application/pdf',
  size: 1_048_576 + number,
  parentFolder: [`DEUI7pa0C24Aroot${benchSpaceId}`],
  containers: [benchSpaceId],
  owners: [{ userId: benchUserId, displayName: 'Mei Lin' }],
  fileType: '45',
  createdTime: '2026-03-11T09:17:25.529Z',
  editedTime: '2026-03-11T09:17:25.529Z',
  favorite: false,
});

const buildListing = (nameLength: number): Buffer => {
  const files = Array.from({ length: fileCount }, (_, number) =>
    buildFileEntry(number, `${number}-${'report '.repeat(40)}`.slice(0, nameLength)),
  );
  const envelope = { category: 'drive#fileList', searchCompleted: true, files, code: 0, msg: 'success' };
  return Buffer.from(JSON.stringify(envelope));
};

/** The upstream's listing. The names are so long that it has about 24 kB. */
export const listingResponse = ((): Buffer => {
  const minNameLength = 5;
  const shortest = buildListing(minNameLength);
  if (shortest.length > maxListingBytes) throw new Error(`50 files take at least ${shortest.length} bytes.`);
  return buildListing(minNameLength + Math.floor((maxListingBytes - shortest.length) / fileCount));
})();

export const objectBytes = Buffer.alloc(1024 * 1024, 'koodrive-gateway');
