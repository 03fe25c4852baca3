/**
 * Variables that put in every module that is off by default, with values that serve as examples: for the description of
 * the API, in which such routes are marked with x-off-by-default and the variable that brings them.
 */
export const optionalModulesOn = { PUBLIC_LINKS_AGENT_NAME: 'example', REVIEWS: 'on' } as const;
