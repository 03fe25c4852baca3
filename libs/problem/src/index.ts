export {
  type CatalogueEntry,
  catalogueEntry,
  type Language,
  problemCatalogue,
  type ProblemCode,
  problemTexts,
} from './catalogue.js';
export { type DocumentContext, problemDocument } from './document.js';
export { preferredLanguage } from './language.js';
export type { InputError, ProblemDocument, UpstreamRefusal } from './problem.js';
export { type LocalInputError, type LocalText, ProblemError, type ProblemOptions } from './problem-error.js';
export { ProblemFilter } from './problem.filter.js';
export { problemHeaders, problemMediaType, sendProblem } from './send.js';
export { answerClientError, answerFrameworkError } from './server-errors.js';
export { toProblem, type Translator } from './translate.js';
export { type InputPlace, invalidInput, pointerStep, validationProblem } from './validation.js';
