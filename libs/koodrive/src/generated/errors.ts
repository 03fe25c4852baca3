// Made by libs/koodrive/contract/generate.mjs from the contract. Do not edit: run `npm run generate`.

import type { ErrorRow } from '../failure/error-row.js';

export const errorTable: Readonly<Record<string, ErrorRow>> = {
  '13000101': {
    status: null,
    symbol: null,
    retryable: false,
  },
  '13000102': {
    status: 400,
    symbol: 'PARAMETER_INVALID',
    retryable: false,
  },
  '13000201': {
    status: null,
    symbol: 'INNER_INVOKE_FAILURE',
    retryable: true,
  },
  '13000301': {
    status: 400,
    symbol: 'CONTAINER_NOT_EXIST_OR_STATE_ERROR',
    retryable: false,
  },
  '13000302': {
    status: 400,
    symbol: 'FILE_NOT_IN_SPECIFIED_CONTAINER',
    retryable: false,
  },
  '13000303': {
    status: 400,
    symbol: null,
    retryable: false,
  },
  '13000304': {
    status: 400,
    symbol: null,
    retryable: true,
  },
  '13000305': {
    status: 400,
    symbol: null,
    retryable: false,
  },
  '13000306': {
    status: 400,
    symbol: null,
    retryable: false,
  },
  '13000307': {
    status: 400,
    symbol: null,
    retryable: false,
  },
  '13000308': {
    status: 400,
    symbol: null,
    retryable: false,
  },
  '13000309': {
    status: 400,
    symbol: null,
    retryable: false,
  },
  '13000310': {
    status: 400,
    symbol: null,
    retryable: false,
  },
  '13000311': {
    status: 400,
    symbol: null,
    retryable: false,
  },
  '13000312': {
    status: 400,
    symbol: null,
    retryable: false,
  },
  '13000401': {
    status: 400,
    symbol: 'NOT_EXIST_UPLOAD_TASK',
    retryable: false,
  },
  '13000402': {
    status: 400,
    symbol: 'FILE_COMPLETE_CHECK_FAILURE',
    retryable: false,
  },
  '13000403': {
    status: 400,
    symbol: 'CHANGE_FILE_STATE_FAILURE',
    retryable: true,
  },
  '13000404': {
    status: 400,
    symbol: null,
    retryable: false,
  },
  '13000405': {
    status: 400,
    symbol: null,
    retryable: false,
  },
  '13000406': {
    status: 400,
    symbol: null,
    retryable: false,
  },
  '13000407': {
    status: 400,
    symbol: null,
    retryable: true,
  },
  '13000408': {
    status: 400,
    symbol: null,
    retryable: true,
  },
  '13000409': {
    status: 400,
    symbol: null,
    retryable: true,
  },
  '13000410': {
    status: 400,
    symbol: null,
    retryable: false,
  },
  '13000411': {
    status: 400,
    symbol: null,
    retryable: false,
  },
  '13000412': {
    status: 400,
    symbol: null,
    retryable: false,
  },
  '13000413': {
    status: 400,
    symbol: null,
    retryable: false,
  },
  '13000414': {
    status: 400,
    symbol: null,
    retryable: false,
  },
  '13000415': {
    status: 400,
    symbol: null,
    retryable: false,
  },
  '13000417': {
    status: 400,
    symbol: null,
    retryable: false,
  },
};
