/** What the upstream of the bench answers: 50 files of a folder in about 24 kB, and one object of 1 MiB. */
export const SPACE_ID = 'IAADfsBFCO6WtAtuAbench0000000000000000000000000';
export const USER_ID = '369528171409614001';
export const FILE_ID = 'Fk0nBench0000000000000000000000001';
export const LISTING_PATH = '/koodrive/ose/v1/files/0';
export const OBJECT_PATH = '/bench-objects/one';
export const LISTING_REQUEST = {
  containerId: SPACE_ID,
  parentFileId: 'root',
  pageInfo: { pageSize: 50 },
};

const FILES = 50;
const LISTING_BYTES = 24_000;

/** An entry of the contract's example, with the fields that fit into 24 kB for 50 files. */
const entry = (number: number, name: string): Record<string, unknown> => ({
  id: `Fk0nBench${String(number).padStart(25, '0')}`,
  fileName: `${name}.pdf`,
  mimeType: 'application/pdf',
  size: 1_048_576 + number,
  parentFolder: [`DEUI7pa0C24Aroot${SPACE_ID}`],
  containers: [SPACE_ID],
  owners: [{ userId: USER_ID, displayName: 'Mei Lin' }],
  fileType: '45',
  createdTime: '2026-03-11T09:17:25.529Z',
  editedTime: '2026-03-11T09:17:25.529Z',
  favorite: false,
});

const listing = (nameLength: number): Buffer => {
  const files = Array.from({ length: FILES }, (_, number) =>
    entry(number, `${number}-${'report '.repeat(40)}`.slice(0, nameLength)),
  );
  const envelope = { category: 'drive#fileList', searchCompleted: true, files, code: 0, msg: 'success' };
  return Buffer.from(JSON.stringify(envelope));
};

/** The upstream's listing: names are as long as the 24 kB ask for. */
export const listingAnswer = ((): Buffer => {
  const shortest = listing(5);
  if (shortest.length > LISTING_BYTES) throw new Error(`50 files take ${shortest.length} bytes at least.`);
  return listing(5 + Math.floor((LISTING_BYTES - shortest.length) / FILES));
})();

export const object = Buffer.alloc(1024 * 1024, 'koodrive-gateway');
