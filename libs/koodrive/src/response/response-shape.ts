/**
 * What a value of a response must be: a kind of scalar, or `#Name` for an object of `objectShapes`; each `[]` behind it
 * makes it a list.
 */
export type ShapeName = string;

/** The members of an object that the contract documents, and the shape of each. */
export type ObjectShape = Readonly<Record<string, ShapeName>>;

/** A shape in the form that the reader walks through. */
export type Shape =
  | { readonly kind: 'scalar'; readonly expected: string; readonly read: (value: unknown) => unknown }
  | { readonly kind: 'list'; readonly expected: string; readonly entry: Shape }
  | { readonly kind: 'object'; readonly expected: string; readonly members: ReadonlyMap<string, Shape> };

const integerTextPattern = /^-?\d+$/;

/** An integer beyond 2^53 stays text: all its digits count. */
function readInteger(value: unknown): unknown {
  if (typeof value === 'number') return Number.isInteger(value) ? value : undefined;
  if (typeof value !== 'string' || !integerTextPattern.test(value)) return undefined;
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : value;
}

function readNumber(value: unknown): unknown {
  if (typeof value === 'number') return value;
  return typeof value === 'string' && value.trim() !== '' && Number.isFinite(Number(value)) ? Number(value) : undefined;
}

/** Ids, times and codes that the contract documents as text are numbers on some pages. */
function readText(value: unknown): unknown {
  if (typeof value === 'string') return value;
  return typeof value === 'number' ? String(value) : undefined;
}

const booleanByText: ReadonlyMap<string, boolean> = new Map([
  ['true', true],
  ['1', true],
  ['false', false],
  ['0', false],
]);

/** Several pages document a flag as text. The digits are inferred. */
function readBoolean(value: unknown): unknown {
  if (typeof value === 'boolean') return value;
  const text = readText(value);
  return typeof text === 'string' ? booleanByText.get(text.toLowerCase()) : undefined;
}

const readTextOrNumber = (value: unknown): unknown =>
  typeof value === 'string' || typeof value === 'number' ? value : undefined;

/** Each reads a value in all forms that say the same, and returns undefined for any other one. */
const scalarShapes: Readonly<Record<string, Shape>> = {
  text: { kind: 'scalar', expected: 'text', read: readText },
  integer: { kind: 'scalar', expected: 'an integer', read: readInteger },
  number: { kind: 'scalar', expected: 'a number', read: readNumber },
  boolean: { kind: 'scalar', expected: 'true or false', read: readBoolean },
  id: { kind: 'scalar', expected: 'text or a number', read: readTextOrNumber },
  any: { kind: 'scalar', expected: 'a value', read: (value) => value },
};

/** Builds shapes from their names, each one once. */
export class ShapeTable {
  private readonly shapes = new Map<ShapeName, Shape>();

  constructor(private readonly objectShapes: Readonly<Record<string, ObjectShape>>) {}

  /** @throws TypeError for a name that the table does not have */
  get(name: ShapeName): Shape {
    const shape = this.shapes.get(name) ?? scalarShapes[name];
    return shape ?? (name.endsWith('[]') ? this.addList(name) : this.addObject(name));
  }

  private addList(name: ShapeName): Shape {
    const shape: Shape = { kind: 'list', expected: 'a list', entry: this.get(name.slice(0, -2)) };
    this.shapes.set(name, shape);
    return shape;
  }

  private addObject(name: ShapeName): Shape {
    const object = this.objectShapes[name.slice(1)];
    if (!name.startsWith('#') || !object) throw new TypeError(`${name} is no shape`);
    const members = new Map<string, Shape>();
    const shape: Shape = { kind: 'object', expected: 'an object', members };
    // Before the members, since an object may contain objects of its own shape.
    this.shapes.set(name, shape);
    for (const [member, memberShape] of Object.entries(object)) members.set(member, this.get(memberShape));
    return shape;
  }
}
