import { describe, expect, it } from '@jest/globals';
import { readDocumented } from './read-documented.js';
import { countRemovedEntries, findPlace, isUnreadable } from './response-place.js';
import { ShapeTable } from './response-shape.js';

const table = new ShapeTable({
  Folder: {
    id: 'id',
    name: 'text',
    size: 'integer',
    starred: 'boolean',
    files: '#File[]',
    owner: '#Owner',
    tags: 'text[]',
  },
  File: { id: 'text', parent: '#Folder' },
  Owner: { name: 'text' },
});

function read(body: object): { places: string[]; unreadable: string[]; body: Record<string, unknown> } {
  const places: string[] = [];
  const shape = table.get('#Folder');
  if (shape.kind !== 'object') throw new Error('the shape of an object was expected');
  readDocumented('getFolder', shape, body, (place) => places.push(place));
  const members = body as Record<string, unknown>;
  return { places, unreadable: Object.keys(body).filter((name) => isUnreadable(members, name)), body: members };
}

describe('a member of a response', () => {
  it.each([
    ['name', 7, '7'],
    ['size', '12', 12],
    ['size', '9007199254740993', '9007199254740993'],
    ['starred', 'True', true],
    ['starred', '0', false],
    ['id', 7, 7],
    ['files', { id: '1' }, [{ id: '1' }]],
    ['owner', [{ name: 'Ada' }], { name: 'Ada' }],
    ['files', null, []],
    ['name', null, undefined],
  ])('%s: %j in another documented form is %j', (name, sent, value) => {
    expect(read({ [name]: sent })).toEqual({ places: [], unreadable: [], body: { [name]: value } });
  });

  it.each([
    ['name', true],
    ['name', {}],
    ['name', ['a']],
    ['size', 'many'],
    ['size', 1.5],
    ['starred', 'perhaps'],
    ['files', 'none'],
    ['files', {}],
    ['files', { unheard: 1 }],
    ['tags', 'new'],
    ['owner', 'Ada'],
    ['owner', [{ name: 'Ada' }, { name: 'Mei' }]],
  ])('%s is absent where it cannot be read, and is counted: %j', (name, sent) => {
    const expected = { places: [`/${name}`], unreadable: [name], body: { [name]: undefined } };
    expect(read({ [name]: sent })).toEqual(expected);
  });

  it('that the contract does not have is counted without its name', () => {
    expect(read({ id: '1', secret: { name: 5 } })).toMatchObject({ places: ['other'], unreadable: [] });
  });
});

describe('an entry of a list', () => {
  it('that cannot be read is left out, and is counted by its place in the contract', () => {
    const { places, body, unreadable } = read({ files: [{ id: '1' }, null, 'x', { id: {} }] });
    expect(body).toEqual({ files: [{ id: '1' }, { id: undefined }] });
    expect(countRemovedEntries(body['files'] as object)).toBe(2);
    expect(places).toEqual(['/files/*', '/files/*', '/files/*/id']);
    expect(unreadable).toEqual([]);
  });

  it('has its place in the response', () => {
    const { body } = read({ files: [null, { id: '1', parent: { files: [{ id: '2' }] } }] });
    const [file] = body['files'] as [{ parent: { files: [object] } }];
    const place = findPlace(file.parent.files[0])?.at('id');
    expect(place?.pointer).toBe('/files/1/parent/files/0/id');
    expect(place?.pattern).toBe('/files/*/parent/files/*/id');
    expect(place?.origin.operation).toBe('getFolder');
  });
});
