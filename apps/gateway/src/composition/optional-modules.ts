/**
 * The variables that enable the modules that are off by default, with example values. The OpenAPI description is
 * created with them; it marks such routes with `x-off-by-default` and the name of the variable.
 */
export const optionalModuleVariables = { PUBLIC_LINKS_AGENT_NAME: 'example', REVIEWS: 'on' } as const;
