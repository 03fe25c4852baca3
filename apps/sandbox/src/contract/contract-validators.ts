import { ResponseValidator } from './response-validator.js';
import { loadContract } from './contract.js';
import { RequestValidator } from './request-validator.js';
import { Router } from './router.js';

export interface ContractValidators {
  readonly router: Router;
  readonly requestValidator: RequestValidator;
  readonly responseValidator: ResponseValidator;
}

let validators: ContractValidators | undefined;

/** Creates the validators once for each process: this takes a second, and they have no state of a sandbox. */
export function getContractValidators(): ContractValidators {
  validators ??= createContractValidators();
  return validators;
}

function createContractValidators(): ContractValidators {
  const contract = loadContract();
  return {
    router: new Router(contract.operations),
    requestValidator: new RequestValidator(contract),
    responseValidator: new ResponseValidator(contract),
  };
}
