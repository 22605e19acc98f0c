/** Joins the class names that hold; `false`, `null` and `undefined` fall out. */
export const classNames = (...names: readonly (string | false | null | undefined)[]): string =>
  names.filter(Boolean).join(' ')
