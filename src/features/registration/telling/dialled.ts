/** What can be dialled; the backend has the last word. */
export const PHONE = /^(?:1[3-9]\d{9}|(?:0\d{2,3}-)?[2-9]\d{6,7})$/

/** A number as it is kept, without the spaces that people put into it. */
export const dialled = (typed: string): string => typed.replace(/\s/g, '')
