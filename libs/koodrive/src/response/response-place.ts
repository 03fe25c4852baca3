/** Called for each deviation from the contract. @param place as `ResponsePlace.pattern` */
export type ReportDeviation = (place: string) => void;

/** The response that a place belongs to. */
interface ResponseOrigin {
  readonly operation: string;
  readonly report: ReportDeviation;
}

/** Where in a response a value is, or is missing. */
export class ResponsePlace {
  private constructor(
    readonly origin: ResponseOrigin,
    private readonly parent: ResponsePlace | undefined,
    private readonly key: string | number,
  ) {}

  static rootOf(origin: ResponseOrigin): ResponsePlace {
    return new ResponsePlace(origin, undefined, '');
  }

  at(key: string | number): ResponsePlace {
    return new ResponsePlace(this.origin, this, key);
  }

  /** A JSON Pointer into the response, which is empty for the response itself. */
  get pointer(): string {
    return this.parent ? `${this.parent.pointer}/${this.key}` : '';
  }

  /** The pointer with `*` in the place of each index: as a label of metrics it has few values. */
  get pattern(): string {
    if (!this.parent) return '';
    return `${this.parent.pattern}/${typeof this.key === 'number' ? '*' : this.key}`;
  }
}

/** Weak, so that a place is forgotten with the object that it belongs to. */
const places = new WeakMap<object, ResponsePlace>();

export const rememberPlace = (object: object, place: ResponsePlace | undefined): void => {
  if (place) places.set(object, place);
};

/** The place of an object of a response that the client returned; undefined for any other object. */
export const findPlace = (object: object): ResponsePlace | undefined => places.get(object);
