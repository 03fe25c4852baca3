import type { Linter } from 'eslint';

type ImportRules = Readonly<Record<string, readonly string[]>>;

/** For each library, the libraries that it may import. */
export const allowedLibraryImports: ImportRules;
/** For each folder of the gateway below its resources, the folders of the gateway that it may import. */
export const foundationImports: ImportRules;
/** For each resource, the resources whose DTOs and mappers it may import. */
export const relatedResources: ImportRules;
/** For each resource, the one resource from which it may import everything. */
export const resourcesSharingAll: Readonly<Record<string, string>>;
declare const boundaries: (style: readonly object[]) => Linter.Config[];
export default boundaries;
