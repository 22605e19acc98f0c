/**
 * ARIA attributes that WeChat's elements take and Taro's templates leave out. Build and runtime number the
 * attributes of an element in one order, so both read this list.
 */
export const ARIA_ATTRIBUTES = {
  View: { 'aria-role': '', 'aria-label': '', 'aria-hidden': '' },
  Input: { 'aria-label': '' },
  Textarea: { 'aria-label': '' },
  Map: { 'aria-label': '' },
}
