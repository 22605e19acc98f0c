/**
 * Attributes of the elements that are nested, beyond style, class, id and tap: whoever lets pages set another one in
 * src/components/elements adds it here. Elements that are not named keep all of theirs.
 * @type {Readonly<Record<string, readonly string[]>>}
 */
export const KEPT_ATTRIBUTES = {
  view: ['aria-role', 'aria-label', 'aria-hidden'],
  text: ['user-select'],
}
