import { AnswerChecks } from './answer-check.js';
import { loadContract } from './contract.js';
import { RequestChecks } from './request-check.js';
import { Router } from './router.js';

/** All that judges by the contract. */
export interface ContractJudges {
  readonly router: Router;
  readonly requestChecks: RequestChecks;
  readonly answerChecks: AnswerChecks;
}

let judges: ContractJudges | undefined;

/** Made once in a process: it takes a second, and it holds nothing of any one sandbox. */
export function contractJudges(): ContractJudges {
  judges ??= makeJudges();
  return judges;
}

function makeJudges(): ContractJudges {
  const contract = loadContract();
  return {
    router: new Router(contract.operations),
    requestChecks: new RequestChecks(contract),
    answerChecks: new AnswerChecks(contract),
  };
}
