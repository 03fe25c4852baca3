import type { Linter } from 'eslint';

/** For each library, the libraries that it may import. */
export const floors: Readonly<Record<string, readonly string[]>>;
declare const walls: Linter.Config[];
export default walls;
