export { type Language, problemCatalog, type ProblemCode, type ProblemDefinition } from './problem-catalog.js';
export { type ProblemDocumentContext, createProblemDocument } from './create-problem-document.js';
export { negotiateLanguage } from './negotiate-language.js';
export type { InputError, ProblemDocument, UpstreamErrorDetails } from './problem-document.js';
export { type LocalizedInputError, type LocalizedText, ProblemError, type ProblemOptions } from './problem-error.js';
export { ProblemFilter } from './problem.filter.js';
export { invalidTokenChallenge, sendProblem } from './send-problem.js';
export { handleClientError, handleFrameworkError } from './server-errors.js';
export { toProblemError, type ErrorTranslator } from './to-problem-error.js';
export {
  type InputLocation,
  createInvalidInputProblem,
  encodePointerToken,
  createValidationProblem,
} from './validation.js';
