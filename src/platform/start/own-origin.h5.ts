/** Where links of this 街道 lead to: `https://…` without a slash at the end. */
export const ownOrigin = (): string | null => window.location.origin
